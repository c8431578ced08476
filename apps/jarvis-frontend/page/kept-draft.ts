import type { ScenarioDraft } from './scenario-draft';

const PREFIX = 'jarvis_scenario_1';

/** Where a draft is kept in this browser; other sessions may be at the same origin. */
export const draftKey = (sessionId: string, place: string): string => `${PREFIX}:${sessionId}:${place}`;

/** Whether it could be kept: a browser may refuse, or be full. */
export function keepDraft(key: string, draft: ScenarioDraft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function keptDraft(key: string): ScenarioDraft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as ScenarioDraft | null;
    return draft && Array.isArray(draft.phases) ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** The places of which there are drafts. */
export function keptPlaces(sessionId: string): string[] {
  const start = draftKey(sessionId, '');
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(start))
      .map((key) => key.slice(start.length))
      .toSorted();
  } catch {
    return [];
  }
}

export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // A browser that refuses has kept none.
  }
}
