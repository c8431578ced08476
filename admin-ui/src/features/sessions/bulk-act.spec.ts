import { usersInWords } from './bulk-act';
import type { SessionRow } from './table/session-row';

const of = (...users: string[]) => users.map((user_id) => ({ user_id }) as SessionRow);

it.each([
  [['ada'], 'ada'],
  [['ada', 'ada'], 'ada'],
  [['ada', 'bob', 'cyd'], 'ada, bob, cyd'],
  [['ada', 'bob', 'cyd', 'dan'], 'ada, bob and 2 others'],
])('names whom %j concerns', (users, words) => expect(usersInWords(of(...users))).toBe(words));
