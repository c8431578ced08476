import { rateOf, ratesBetween, withSample, type Sample } from './rates';

const samples = (...pairs: readonly (readonly [number, number])[]): Sample[] =>
  pairs.map(([at, sent]) => ({ at, sent }));

it('keeps a look that says something new', () => {
  const first = withSample([], { sent: 0 }, 1000);
  expect(withSample(first, { sent: 5 }, 1100)).toBe(first);
  expect(withSample(first, { sent: 5 }, 1200)).toEqual(samples([1000, 0], [1200, 5]));
  expect(withSample(samples([1000, 9]), { sent: 3 }, 2000)).toEqual(samples([1000, 9]));
});

it('forgets what is old', () => {
  let kept: readonly Sample[] = [];
  for (let at = 0; at < 100_000; at += 200) kept = withSample(kept, { sent: at }, at);
  expect(kept).toHaveLength(90);
  expect(kept.at(-1)).toEqual({ at: 99_800, sent: 99_800 });
});

it.each([
  { of: samples(), rate: undefined },
  { of: samples([1000, 5]), rate: undefined },
  { of: samples([0, 0], [9000, 900], [10_000, 1000]), rate: 100 },
  { of: samples([0, 0], [1000, 500]), rate: 500 },
])('tells the rate of the last seconds of $of', ({ of, rate }) => expect(rateOf(of, 10_000)).toBe(rate));

it('tells the rates between the looks', () =>
  expect(ratesBetween(samples([0, 0], [1000, 50], [1500, 50]))).toEqual([50, 0]));
