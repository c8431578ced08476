import { agoWords, duration } from './time';

it.each([
  [-5, '0 s'],
  [45_900, '45 s'],
  [60_000, '1 min'],
  [8_040_000, '2 h 14 min'],
  [100_800_000, '1 d 4 h'],
])('says %i ms as %s', (ms, words) => expect(duration(ms)).toBe(words));

it.each([
  [-3000, 'a moment ago'],
  [59_000, 'a moment ago'],
  [180_000, '3 min ago'],
])('says %i ms back as %s', (ms, words) => expect(agoWords(ms)).toBe(words));
