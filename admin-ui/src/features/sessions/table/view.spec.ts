import { EVERYTHING, isNarrowed, readView, sortedBy, writeView, type View } from './view';

const narrow: View = {
  words: 'ada & co',
  states: ['creating', 'active'],
  user: 'ada+1@example.org',
  expiry: '4h',
  start: 'warm',
  trouble: true,
  sort: { column: 'started', descending: true },
};

it.each([
  ['everything', EVERYTHING],
  ['every filter', narrow],
])('takes back what it wrote: %s', (_name, view) => expect(readView(writeView(view))).toEqual(view));

it('writes nothing for everything', () => expect(writeView(EVERYTHING)).toBe(''));

it.each(['', 'state=dancing&expires=never&start=hot&trouble=no&sort=-height&other=1'])(
  'leaves out what it does not understand: %p',
  (query) => expect(readView(query)).toEqual(EVERYTHING),
);

it('knows whether sessions are left out', () => {
  expect(isNarrowed(sortedBy(EVERYTHING, 'user'))).toBe(false);
  expect(isNarrowed({ ...EVERYTHING, trouble: true })).toBe(true);
});

it('sorts by a column, and turns it around at the second click', () => {
  const first = sortedBy(EVERYTHING, 'user');
  expect(first.sort).toEqual({ column: 'user', descending: false });
  expect(sortedBy(first, 'user').sort).toEqual({ column: 'user', descending: true });
  expect(sortedBy(sortedBy(first, 'user'), 'user').sort).toEqual({ column: 'user', descending: false });
  expect(sortedBy(first, 'memory').sort).toEqual({ column: 'memory', descending: true });
});
