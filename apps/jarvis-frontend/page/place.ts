/** The page's views in the order of its navigation. The address has the view as `#/name?…`; without one it is the first. */
export const VIEWS = {
  generate: 'Generate',
  scenarios: 'Scenarios',
  uploads: 'Uploads',
  history: 'History',
  parser: 'Parser',
} as const;
export type ViewName = keyof typeof VIEWS;

/** A view, and what the address says about it. */
export interface Place {
  readonly view: ViewName;
  readonly params: URLSearchParams;
}

const isView = (name: string | undefined): name is ViewName => name !== undefined && Object.hasOwn(VIEWS, name);

export function placeOf(hash: string): Place | undefined {
  if (hash === '') return { view: 'generate', params: new URLSearchParams() };
  const [, name, query = ''] = /^#\/(\w*)(?:\?(.*))?$/.exec(hash) ?? [];
  return isView(name) ? { view: name, params: new URLSearchParams(query) } : undefined;
}
