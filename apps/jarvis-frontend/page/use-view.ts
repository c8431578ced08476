import { useEffect, useState } from 'preact/hooks';

/** The page's views in the order of its navigation. The address has the view as `#/name`; without one it is the first. */
export const VIEWS = {
  generate: 'Generate',
  history: 'History',
  scenarios: 'My scenarios',
  uploads: 'Uploads',
  parser: 'Parser',
} as const;
export type ViewName = keyof typeof VIEWS;

const isView = (name: string | undefined): name is ViewName => name !== undefined && Object.hasOwn(VIEWS, name);

/** The view that the address names; another hash, such as that of a link within a view, leaves the view as it is. */
export function useView(): ViewName {
  const [view, setView] = useState<ViewName>(() => viewOf(location.hash) ?? 'generate');
  useEffect(() => {
    const follow = (): void => setView((before) => viewOf(location.hash) ?? before);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return view;
}

export function viewOf(hash: string): ViewName | undefined {
  if (hash === '') return 'generate';
  const [, name] = /^#\/(\w*)$/.exec(hash) ?? [];
  return isView(name) ? name : undefined;
}
