import { formatSize, formatUtc } from './format';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 KB'],
  [14_230, '14 KB'],
  [1_363_149, '1.3 MB'],
  [10_433_331, '9.9 MB'],
  [104_857_600, '100 MB'],
  [1_610_612_736, '1,536 MB'],
])('tells %d bytes as %s', (bytes, told) => expect(formatSize(bytes)).toBe(told));

it.each([
  ['2026-11-26T08:01:00.000Z', '2026-11-26 08:01:00'],
  ['2026-11-26T08:01:02.500Z', '2026-11-26 08:01:02.500'],
])('tells %s as %s', (iso, told) => expect(formatUtc(iso)).toBe(told));
