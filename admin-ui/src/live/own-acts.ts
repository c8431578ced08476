import type { AuditEntry } from './events';

/** A request of this page that may change something: its path and body. */
export interface OwnAct {
  readonly at: number;
  readonly text: string;
}

const REMEMBERED_MS = 60_000;
let acts: readonly OwnAct[] = [];

const isRecent =
  (now: number) =>
  ({ at }: OwnAct): boolean =>
    now - at < REMEMBERED_MS;

/** Whether the act on record may be this page's own: it named the same target within the last minute. */
export const isOwnAct = (
  { target, detail }: Pick<AuditEntry, 'target' | 'detail'>,
  remembered: readonly OwnAct[],
  now: number,
): boolean => {
  const names = [target, ...(typeof detail.user_id === 'string' ? [detail.user_id] : [])];
  return remembered.filter(isRecent(now)).some(({ text }) => names.some((name) => text.includes(name)));
};

/** What this page did of late, so that its organiser is not told of it as if somebody else had done it. */
export const ownActs = {
  get: (): readonly OwnAct[] => acts,
  remember: async (request: Request): Promise<void> => {
    const at = Date.now();
    const body = await request.clone().text();
    acts = [...acts.filter(isRecent(at)), { at, text: `${decodeURIComponent(new URL(request.url).pathname)} ${body}` }];
  },
};
