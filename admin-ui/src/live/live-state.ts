import { useSyncExternalStore } from 'react';
import { clock } from '../shared/time';

/** `away` since when, by this computer's clock, in ms; `connecting` before there was any connection. */
export type LiveState =
  { readonly name: 'connecting' } | { readonly name: 'live' } | { readonly name: 'away'; readonly since: number };

/** For so long a lost connection is only being made again; then the page is offline. */
const PATIENCE_MS = 8_000;

let current: LiveState = { name: 'connecting' };
const listeners = new Set<() => void>();

const set = (next: LiveState): void => {
  current = next;
  for (const listener of listeners) listener();
};

/** Whether what the page shows is told by the server as it happens. */
export const live = {
  get: (): LiveState => current,
  connecting: (): void => set({ name: 'connecting' }),
  connected: (): void => set({ name: 'live' }),
  /** Keeps the moment of the first loss while it lasts. */
  lost: (at = Date.now()): void => {
    if (current.name !== 'away') set({ name: 'away', since: at });
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export const useLiveState = (): LiveState => useSyncExternalStore(live.subscribe, live.get);

export const isOffline = (state: LiveState, now: number): state is LiveState & { name: 'away' } =>
  state.name === 'away' && now - state.since >= PATIENCE_MS;

/** What the header says of it. */
export const liveWords = (state: LiveState, now: number): string => {
  if (state.name === 'live') return 'Live';
  if (state.name === 'connecting') return 'Connecting…';
  return isOffline(state, now) ? `Offline since ${clock(state.since)}` : 'Reconnecting…';
};
