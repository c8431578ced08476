import { useSyncExternalStore } from 'react';

export interface Notice {
  readonly id: number;
  readonly kind: 'done' | 'failed';
  readonly text: string;
}

const DONE_FOR_MS = 6000;
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

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useNotices = (): readonly Notice[] => useSyncExternalStore(subscribe, () => notices);
