import { othersWords } from './notices';

it.each([
  [['admin extended ada'], 'admin extended ada just now.'],
  [['a', 'admin extended ada'], 'admin extended ada just now, after 1 more change.'],
  [['a', 'b', 'admin extended ada'], 'admin extended ada just now, after 2 more changes.'],
])('says %j in one sentence', (acts, words) => expect(othersWords(acts)).toBe(words));
