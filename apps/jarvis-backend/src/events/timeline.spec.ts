import { interleave, lengthOf, phaseSpans, spread } from './timeline';

const PHASES = [
  { id: 'a', wait: '0s', lasts: '5m' },
  { id: 'b', wait: '90s', lasts: '1h' },
];

it('puts each phase after its wait', () => {
  expect([...phaseSpans(PHASES)]).toEqual([
    ['a', { from: 0, lasts: 300_000 }],
    ['b', { from: 390_000, lasts: 3_600_000 }],
  ]);
  expect(lengthOf(PHASES)).toBe(3_990_000);
});

it.each([0, 1, 2, 40])('spreads %d events over a span, rising, one in each part of it', (count) => {
  const moments = spread({ from: 1000, lasts: 4000 }, count, 'seed');
  expect(moments).toHaveLength(count);
  moments.forEach((moment, index) => {
    expect(moment).toBeGreaterThanOrEqual(Math.floor(1000 + (index / count) * 4000));
    expect(moment).toBeLessThanOrEqual(1000 + ((index + 1) / count) * 4000);
  });
  expect(spread({ from: 1000, lasts: 4000 }, count, 'seed')).toEqual(moments);
});

it.each([
  { own: [], other: [], order: [] },
  { own: [5], other: [], order: [0] },
  { own: [], other: [5, 6], order: [-1, -2] },
  { own: [1, 4, 4], other: [0, 4, 9], order: [-1, 0, 1, 2, -2, -3] },
])('puts $own and $other in one order', ({ own, other, order }) => {
  expect([...interleave(own, other)]).toEqual(order);
});
