import { countSessions, findSessions, usersLike } from './find-sessions';
import { holdOrder } from './hold-order';
import { rowAfter } from './row-keys';
import { coverage, stillThere, toggled, withAllToggled, withRange } from './selection';
import type { FiguresById, SessionRow } from './session-row';
import { sortSessions } from './sort-sessions';
import { COLUMNS, EVERYTHING, type View } from './view';

const NOON = new Date(2026, 10, 25, 12).getTime();
const HOUR = 3_600_000;

const row = (index: number, more: Partial<SessionRow> = {}): SessionRow => ({
  session_id: `user-${index}-${index.toString(16).padStart(8, '0')}`,
  user_id: `User${index}@example.org`,
  status: 'active',
  created_at: new Date(NOON - index * 1_000).toISOString(),
  expires_at: new Date(NOON + HOUR * (1 + (index % 24))).toISOString(),
  containers: { frontend: 'running', backend: 'running' },
  progress: { step: 'done', percent: 100, message: 'Your instance is ready' },
  error: null,
  warm: index % 2 === 0,
  ...more,
});
const many = Array.from({ length: 5_000 }, (_, index) => row(index));
const noFigures = {};
const find = (rows: readonly SessionRow[], view: Partial<View>) =>
  findSessions(rows, { ...EVERYTHING, ...view }, NOON).map(({ user_id }) => user_id);

describe('find', () => {
  const rows = [
    row(1, { user_id: 'ada', expires_at: new Date(NOON - 1).toISOString() }),
    row(2, { user_id: 'bob', expires_at: new Date(NOON + HOUR / 2).toISOString(), status: 'creating' }),
    row(3, { user_id: 'cyd', expires_at: new Date(NOON + 3 * HOUR).toISOString(), error: 'no such Image' }),
    row(4, { user_id: 'dan', expires_at: new Date(NOON + 9 * HOUR).toISOString() }),
    row(5, { user_id: 'eve', expires_at: new Date(NOON + 12 * HOUR).toISOString(), containers: { backend: 'exited' } }),
  ];
  it.each<[Partial<View>, string[]]>([
    [{}, ['ada', 'bob', 'cyd', 'dan', 'eve']],
    [{ words: ' IMAGE such ' }, ['cyd']],
    [{ words: 'user-5' }, ['eve']],
    [{ words: 'ada bob' }, []],
    [{ states: ['creating'] }, ['bob']],
    [{ user: 'dan' }, ['dan']],
    [{ user: 'da' }, []],
    [{ expiry: 'overdue' }, ['ada']],
    [{ expiry: '1h' }, ['bob']],
    [{ expiry: '4h' }, ['bob', 'cyd']],
    [{ expiry: 'today' }, ['bob', 'cyd', 'dan']],
    [{ expiry: 'later' }, ['eve']],
    [{ start: 'warm' }, ['bob', 'dan']],
    [{ start: 'cold' }, ['ada', 'cyd', 'eve']],
    [{ trouble: true }, ['cyd', 'eve']],
    [{ trouble: true, start: 'warm' }, []],
  ])('shows by %j', (view, users) => expect(find(rows, view)).toEqual(users));

  it('counts the states and the trouble', () =>
    expect(countSessions(rows)).toMatchObject({ active: 4, creating: 1, trouble: 2 }));

  it('takes a container that is not known yet for no trouble', () =>
    expect(find([row(1, { containers: {} })], { trouble: true })).toEqual([]));

  it('finds one of 5,000', () => expect(find(many, { words: 'user4711@' })).toEqual(['User4711@example.org']));
});

it.each([
  ['', ['Ada', 'grace', 'ada-2']],
  [' ADA ', ['Ada', 'ada-2']],
  ['nobody', []],
])('finds users by %j', (typed, found) => expect(usersLike(['Ada', 'grace', 'ada-2'], typed)).toEqual(found));

describe('sort', () => {
  const order = (rows: readonly SessionRow[], column: (typeof COLUMNS)[number], descending = false) =>
    sortSessions(rows, { column, descending }, noFigures).map(({ user_id }) => user_id);

  it('reads numbers in names as people do', () => {
    const rows = ['user10', 'User2', 'user1'].map((user_id, index) => row(index, { user_id }));
    expect(order(rows, 'user')).toEqual(['user1', 'User2', 'user10']);
    expect(order(rows, 'user', true)).toEqual(['user10', 'User2', 'user1']);
  });

  it('puts what is not known last, whichever way it sorts', () => {
    const rows = [row(1), row(2), row(3)];
    const figures: FiguresById = Object.fromEntries(
      [0, 2, 9].map((cpu_percent, index) => {
        const { session_id } = rows[index]!;
        return [session_id, { session_id, cpu_percent: cpu_percent || null, memory_bytes: 1 }];
      }),
    );
    const by = (descending: boolean) =>
      sortSessions(rows, { column: 'cpu', descending }, figures).map((session) => rows.indexOf(session));
    expect(by(false)).toEqual([1, 2, 0]);
    expect(by(true)).toEqual([2, 1, 0]);
  });

  it('puts trouble before health', () =>
    expect(order([row(1, { user_id: 'well' }), row(2, { user_id: 'ill', error: 'gone' })], 'containers')).toEqual([
      'ill',
      'well',
    ]));

  it.each(COLUMNS)('sorts 5,000 by %s, the same way each time', (column) => {
    const once = sortSessions(many, { column, descending: false }, noFigures);
    expect(once).toHaveLength(5_000);
    expect(sortSessions(many.toReversed(), { column, descending: false }, noFigures)).toEqual(once);
  });
});

describe('selection', () => {
  const [a, b, c, d] = many as [SessionRow, SessionRow, SessionRow, SessionRow];
  const shown = [a, b, c, d];
  const ids = (...rows: SessionRow[]) => new Set(rows.map(({ session_id }) => session_id));

  it('takes one in and out', () => {
    expect(toggled(ids(), a.session_id)).toEqual(ids(a));
    expect(toggled(ids(a, b), a.session_id)).toEqual(ids(b));
  });
  it.each([
    ['down', b, d, ids(b, c, d)],
    ['up', c, a, ids(a, b, c)],
    ['from nowhere', null, b, ids(b)],
    ['from what is not shown', row(9_999), b, ids(b)],
  ])('takes a range %s', (_way, from, to, wanted) =>
    expect(withRange(ids(), shown, from?.session_id ?? null, to.session_id)).toEqual(wanted),
  );
  it('keeps what was selected when a range is added', () =>
    expect(withRange(ids(a), shown, c.session_id, d.session_id)).toEqual(ids(a, c, d)));
  it('loses what is gone and stays the same object when nothing is', () => {
    const selection = ids(a, b);
    expect(stillThere(selection, [b, c])).toEqual(ids(b));
    expect(stillThere(selection, many)).toBe(selection);
  });
  it('takes all that is shown, and keeps what is selected beside it', () => {
    const all = withAllToggled(ids(d), [a, b]);
    expect(all).toEqual(ids(a, b, d));
    expect(coverage(all, [a, b])).toBe('all');
    expect(coverage(all, shown)).toBe('some');
    expect(withAllToggled(all, [a, b])).toEqual(ids(d));
    expect(coverage(ids(), [])).toBe('none');
  });
  it('takes all of 5,000', () => expect(withAllToggled(new Set(), many).size).toBe(5_000));
});

it('holds the order while somebody aims: what is gone stays, what is new waits', () => {
  const [a, b, c] = many as [SessionRow, SessionRow, SessionRow];
  const changed = { ...a, status: 'stopping' as const };
  expect(holdOrder([b, a], [c, changed])).toEqual([b, changed]);
});

it.each([
  ['ArrowDown', 4, 5],
  ['ArrowUp', 0, 0],
  ['PageDown', 95, 99],
  ['PageUp', 50, 40],
  ['Home', 50, 0],
  ['End', 50, 99],
  ['a', 50, undefined],
])('%s moves from row %i to %p', (key, from, to) => expect(rowAfter(key, from, 100, 10)).toBe(to));
