import { useEffect, useState } from 'preact/hooks';
import { ApiError, call, messageOf } from './api';
import { keptDraft } from './kept-draft';
import { draftOf } from './scenario-body';
import { newDraft, type ScenarioDraft } from './scenario-draft';
import { copyName, type EditorPlace } from './scenario-place';

/** What an editor begins with. */
export interface ScenarioStart {
  /** The scenario that is changed; nothing where a new one comes of it. */
  readonly id: string | undefined;
  /** What is not worth keeping: the scenario as it is, or a new one. */
  readonly saved: ScenarioDraft;
  /** What an earlier visit left unsaved. */
  readonly kept: ScenarioDraft | undefined;
}

interface Called {
  readonly start?: ScenarioStart;
  readonly error?: string;
}

/** Reads what the place asks to be written on; `names` are those that a copy may not have. */
export function useScenarioStart(place: EditorPlace, key: string, names: readonly string[]): Called {
  const [called, setCalled] = useState<Called>({});
  useEffect(() => {
    let isOver = false;
    void startOf(place, key, names).then(
      (start) => !isOver && setCalled({ start }),
      (cause: unknown) => !isOver && setCalled({ error: messageOf(cause) }),
    );
    return () => {
      isOver = true;
    };
  }, [key]);
  return called;
}

async function startOf(place: EditorPlace, key: string, names: readonly string[]): Promise<ScenarioStart> {
  const kept = keptDraft(key);
  if (place.id === undefined) return { id: undefined, saved: newDraft(), kept };
  try {
    const draft = draftOf(await call<unknown>('GET', `scenarios/${encodeURIComponent(place.id)}/source`));
    if (place.kind === 'edit') return { id: place.id, saved: draft, kept };
    return { id: undefined, saved: { ...draft, name: copyName(draft.name, names) }, kept };
  } catch (error) {
    // Deleted meanwhile: what was written is not lost with it.
    if (kept && error instanceof ApiError && error.status === 404) return { id: undefined, saved: newDraft(), kept };
    throw error;
  }
}
