import { useSyncExternalStore } from 'react';

export interface Notice {
  readonly id: number;
  /** `others`: what another organiser did. */
  readonly kind: 'done' | 'failed' | 'others';
  readonly text: string;
}

const DONE_FOR_MS = 6000;
const OTHERS_FOR_MS = 8000;
const GATHERED_FOR_MS = 1000;
let notices: readonly Notice[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

const set = (next: readonly Notice[]): void => {
  notices = next;
  for (const listener of listeners) listener();
};

export const dismiss = (id: number): void => set(notices.filter((notice) => notice.id !== id));

const add = (kind: Notice['kind'], text: string): number => {
  lastId += 1;
  set([...notices, { id: lastId, kind, text }]);
  return lastId;
};

/** Says for a moment that something worked. */
export const notifyDone = (text: string): void => {
  const id = add('done', text);
  setTimeout(() => dismiss(id), DONE_FOR_MS);
};

/** Says that something did not work, until the reader closes it. */
export const notifyFailed = (text: string): void => {
  add('failed', text);
};

/** One sentence for all that other organisers did while the notice stands. */
export const othersWords = (acts: readonly string[]): string => {
  const more = acts.length - 1;
  return `${acts.at(-1)} just now${more > 0 ? `, after ${more} more change${more === 1 ? '' : 's'}` : ''}.`;
};

let others: { id: number; acts: readonly string[] } = { id: 0, acts: [] };
let untold: readonly string[] = [];

const tellOthers = (): void => {
  const stands = notices.some(({ id }) => id === others.id);
  if (stands) dismiss(others.id);
  const acts = [...(stands ? others.acts : []), ...untold];
  untold = [];
  const id = add('others', othersWords(acts));
  others = { id, acts };
  setTimeout(() => dismiss(id), OTHERS_FOR_MS);
};

/** Says for a moment what another organiser did: in one notice, and a burst of acts in one sentence. */
export const notifyOthers = (act: string): void => {
  if (untold.length === 0) setTimeout(tellOthers, GATHERED_FOR_MS);
  untold = [...untold, act];
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useNotices = (): readonly Notice[] => useSyncExternalStore(subscribe, () => notices);
