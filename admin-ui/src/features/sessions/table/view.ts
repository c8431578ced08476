import type { SessionState } from './session-row';

export const COLUMNS = ['user', 'session', 'state', 'containers', 'started', 'expires', 'cpu', 'memory'] as const;
export type Column = (typeof COLUMNS)[number];

export const STATES = ['creating', 'active', 'stopping'] as const satisfies readonly SessionState[];
export const EXPIRIES = ['overdue', '1h', '4h', 'today', 'later'] as const;
export type Expiry = (typeof EXPIRIES)[number];
export const STARTS = ['warm', 'cold'] as const;
export type Start = (typeof STARTS)[number];

export interface Sort {
  readonly column: Column;
  readonly descending: boolean;
}

/** What the table shows of all sessions, and in which order. */
export interface View {
  readonly words: string;
  readonly states: readonly SessionState[];
  readonly user: string | null;
  readonly expiry: Expiry | null;
  readonly start: Start | null;
  /** Only those with an error, or with a container that does not run. */
  readonly trouble: boolean;
  readonly sort: Sort;
}

/** All sessions; what expires first is first. */
export const EVERYTHING: View = {
  words: '',
  states: [],
  user: null,
  expiry: null,
  start: null,
  trouble: false,
  sort: { column: 'expires', descending: false },
};

const oneOf = <T extends string>(all: readonly T[], word: string | null): T | null =>
  all.find((each) => each === word) ?? null;

const readSort = (word: string | null): Sort => {
  const descending = word?.startsWith('-') ?? false;
  const column = oneOf(COLUMNS, descending ? (word?.slice(1) ?? null) : word);
  return column === null ? EVERYTHING.sort : { column, descending };
};

/** The view of a query such as `q=ada&state=active,creating&sort=-started`; what it does not understand it leaves out. */
export const readView = (query: string): View => {
  const params = new URLSearchParams(query);
  const states = params.get('state')?.split(',') ?? [];
  return {
    words: params.get('q') ?? '',
    states: STATES.filter((state) => states.includes(state)),
    user: params.get('user') || null,
    expiry: oneOf(EXPIRIES, params.get('expires')),
    start: oneOf(STARTS, params.get('start')),
    trouble: params.get('trouble') === 'yes',
    sort: readSort(params.get('sort')),
  };
};

/** The query of a view; the shortest that `readView` takes back. */
export const writeView = (view: View): string => {
  const { column, descending } = view.sort;
  const sort = `${descending ? '-' : ''}${column}`;
  const entries: readonly (readonly [string, string | null])[] = [
    ['q', view.words],
    ['state', view.states.join(',')],
    ['user', view.user],
    ['expires', view.expiry],
    ['start', view.start],
    ['trouble', view.trouble ? 'yes' : null],
    ['sort', sort === EVERYTHING.sort.column ? null : sort],
  ];
  return new URLSearchParams(entries.filter((entry): entry is [string, string] => !!entry[1])).toString();
};

/** Whether the view leaves any session out. */
export const isNarrowed = ({ sort: _sort, ...view }: View): boolean =>
  writeView({ ...view, sort: EVERYTHING.sort }) !== '';

/** Columns of which people want to see the newest or the largest first. */
const LARGEST_FIRST: readonly Column[] = ['started', 'cpu', 'memory'];

/** A click on a column's head: sorts by it, or turns its order around. */
export const sortedBy = (view: View, column: Column): View => ({
  ...view,
  sort: {
    column,
    descending: view.sort.column === column ? !view.sort.descending : LARGEST_FIRST.includes(column),
  },
});
