import { useSyncExternalStore } from 'react';

/** Why somebody sees the login page: nobody has logged in yet, they logged out, or the server no longer knows them. */
export type Farewell = 'logged-out' | 'expired';

export interface Credentials {
  readonly token: string | null;
  readonly farewell: Farewell | null;
}

let current: Credentials = { token: null, farewell: null };
const listeners = new Set<() => void>();

const set = (next: Credentials): void => {
  current = next;
  for (const listener of listeners) listener();
};

/** The admin's token: in this page's memory and nowhere else, so a reload logs out. */
export const credentials = {
  get: (): Credentials => current,
  logIn: (token: string): void => set({ token, farewell: null }),
  drop: (farewell: Farewell): void => {
    if (current.token !== null) set({ token: null, farewell });
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export const useCredentials = (): Credentials => useSyncExternalStore(credentials.subscribe, credentials.get);
