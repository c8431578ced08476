import { checkWords, orderWords } from './check-words';
import type { RosterCheck } from './use-roster';

const row = { line: 2, user_id: 'ada', hours: null, count: 1, metadata: {} };
const bad = { line: 3, field: 'hours', message: 'hours must be a number' };

it.each<[RosterCheck, object]>([
  [
    { rows: [row], bad_rows: [], sessions: 1, available: 148 },
    { needs: '1 place needed, 148 free', rows: '1 row understood', over: null },
  ],
  [
    { rows: [row, row], bad_rows: [bad], sessions: 5, available: 3 },
    {
      needs: '5 places needed, 3 free',
      rows: '2 rows understood, 1 bad one',
      over: '2 places too few: rows at the end would be refused.',
    },
  ],
])('says how a roster is understood', (check, words) => expect(checkWords(check)).toEqual(words));

it('says what a click makes', () => {
  expect(orderWords('create', 1)).toBe('Create 1 session');
  expect(orderWords('reserve', 40)).toBe('Reserve 40 places');
});
