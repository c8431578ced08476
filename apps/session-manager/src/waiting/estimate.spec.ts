import { estimateWait, type LineState } from './estimate';

const minute = 60_000;
const now = 100 * minute;
const state: LineState = { now, cap: 10, taken: 10, ends: [], expiries: [] };
const ends = [1, 2, 3, 4, 5, 6].map((ago) => now - ago * minute);

it.each<[string, number, Partial<LineState>, number | undefined]>([
  ['says nothing when nothing tells', 1, {}, undefined],
  ['goes by the next expiry', 1, { expiries: [now + 7 * minute, now + 9 * minute] }, 7 * minute],
  ['goes by the expiry of the place', 2, { expiries: [now + 7 * minute, now + 9 * minute] }, 9 * minute],
  ['goes by recent ends, one a minute', 3, { ends }, 3 * minute],
  ['takes the earlier of both', 3, { ends, expiries: [0, 0, now + minute] }, minute],
  ['does not take one end for a rate', 1, { ends: [now - minute] }, undefined],
  ['forgets ends of long ago', 1, { ends: [31, 32, 33].map((ago) => now - ago * minute) }, undefined],
  ['says now where there is room', 2, { taken: 8 }, 0],
  ['counts what is over a cap that was lowered', 1, { cap: 8, ends }, 3 * minute],
  ['never says less than now', 1, { expiries: [now - minute] }, 0],
  ['has no hope at a cap of nothing', 1, { cap: 0, ends }, undefined],
])('%s', (_, place, change, wait) => {
  expect(estimateWait(place, { ...state, ...change })).toBe(wait);
});
