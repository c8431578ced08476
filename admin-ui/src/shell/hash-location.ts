import { useSyncExternalStore } from 'react';

/**
 * The page's address is in the hash, and so is its query (`#/sessions?state=active`): it is never sent to the server, where it would be
 * logged, and goes when another page comes.
 */
const parts = (): readonly [path: string, query: string] => {
  const [path = '', query = ''] = window.location.hash.replace(/^#?\/?/, '').split('?');
  return [`/${path}`, query];
};

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};

/** Goes to an address such as `/sessions?q=ada`; `replace` leaves no step to go back to. */
export const goTo = (to: string, { replace = false }: { replace?: boolean } = {}): void => {
  const oldURL = window.location.href;
  if (replace) window.history.replaceState(null, '', `#${to}`);
  else window.history.pushState(null, '', `#${to}`);
  window.dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL: window.location.href }));
};

/** For wouter's Router: routes see the path without its query. */
export const useHashPath = (): [string, typeof goTo] => [useSyncExternalStore(subscribe, () => parts()[0]), goTo];
useHashPath.hrefs = (href: string): string => `#${href}`;

/** What follows the `?` of the hash. */
export const useHashQuery = (): string => useSyncExternalStore(subscribe, () => parts()[1]);
