import { mayRefill } from './may-refill';
import { pauseAfter } from './warm-starts';

const quiet = { userLaunches: 0, backoffMs: -1, sinceLastClaimMs: Infinity, sinceFirstClaimMs: Infinity };

it.each([
  ['nothing else is to be done', {}, true],
  ['an attendee waits for a start', { userLaunches: 1 }, false],
  ['starts have failed lately', { backoffMs: 1 }, false],
  ['a burst of claims is under way', { sinceLastClaimMs: 10, sinceFirstClaimMs: 300 }, false],
  ['the burst is over', { sinceLastClaimMs: 400, sinceFirstClaimMs: 700 }, true],
  ['claims never pause', { sinceLastClaimMs: 10, sinceFirstClaimMs: 3_000 }, true],
])('when %s: %o is %s', (_, state, may) => {
  expect(mayRefill({ ...quiet, ...state })).toBe(may);
});

it('pauses longer after each failure, and a minute at most', () => {
  expect([1, 2, 3, 7, 50].map(pauseAfter)).toEqual([1_000, 2_000, 4_000, 60_000, 60_000]);
});
