import { bucketSeconds, launchBuckets, launchFigures, type Launch } from './launch-figures';
import { percentile } from './percentile';

const launch = (how: Launch['how'], ms: number, at = 0): Launch => ({ at, how, ms, sessionId: 'a-1', userId: 'a' });

it.each([
  [[], 0.5, null],
  [[7], 0.95, 7],
  [[4, 1, 3, 2], 0.5, 2],
  [Array.from({ length: 100 }, (_, i) => i + 1), 0.95, 95],
])('of %j the percentile %p is %p', (values, share, expected) => {
  expect(percentile(values, share)).toBe(expected);
});

it('counts failures, and does not time them', () => {
  expect(launchFigures([launch('warm', 100), launch('cold', 900), launch('failed', 60_000)])).toEqual({
    count: 3,
    failed: 1,
    warm: 1,
    p50_ms: 100,
    p95_ms: 900,
  });
});

it('has no times without launches', () => {
  expect(launchFigures([])).toEqual({ count: 0, failed: 0, warm: 0, p50_ms: null, p95_ms: null });
});

it.each([
  [5, 60, 5],
  [60, 60, 60],
  [120, 60, 120],
  [121, 120, 61],
  [1_440, 720, 120],
])('cuts %i minutes into buckets of %i seconds: %i of them', (minutes, seconds, count) => {
  expect(bucketSeconds(minutes)).toBe(seconds);
  expect(launchBuckets([], minutes, 1e12)).toHaveLength(count);
});

it('puts each launch into its minute, and leaves older ones out', () => {
  const now = Date.parse('2026-11-25T10:05:30Z');
  const at = (time: string) => Date.parse(`2026-11-25T${time}Z`);
  const launches = [
    launch('cold', 1, at('10:00:59')),
    launch('warm', 2, at('10:01:00')),
    launch('warm', 4, at('10:05:29')),
    launch('failed', 9, at('10:05:00')),
  ];
  const buckets = launchBuckets(launches, 5, now);
  expect(buckets.map(({ at: begin, count }) => [begin.slice(11, 16), count])).toEqual([
    ['10:01', 1],
    ['10:02', 0],
    ['10:03', 0],
    ['10:04', 0],
    ['10:05', 2],
  ]);
  expect(buckets[4]).toMatchObject({ failed: 1, warm: 1, p50_ms: 4 });
});
