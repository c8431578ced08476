import { bytes, count, many, percent, took } from './format';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [56_800_000, '56.8 MB'],
  [250_000_000_000, '250 GB'],
])('says %i bytes as %s', (value, words) => expect(bytes(value)).toBe(words));

it.each([
  [0, '0 %'],
  [0.44, '0.4 %'],
  [37.5, '38 %'],
  [100, '100 %'],
])('says %d of a hundred as %s', (value, words) => expect(percent(value)).toBe(words));

it.each([
  [180, '180 ms'],
  [1234, '1.2 s'],
  [95_000, '95 s'],
])('says that something took %i ms as %s', (ms, words) => expect(took(ms)).toBe(words));

it('groups thousands, and counts one thing as one', () => {
  expect(count(10_001)).toBe('10,001');
  expect(many(1, 'session')).toBe('1 session');
  expect(many(0, 'session')).toBe('0 sessions');
  expect(many(2, 'entry', 'entries')).toBe('2 entries');
});
