import { counterWords, endWords, reachWords, textError } from './message-words';

const now = Date.parse('2026-05-04T08:00:00.000Z');

it.each([
  [counterWords('Lunch'), '5 of 500'],
  [textError('  \n'), 'Say something'],
  [textError('a'.repeat(501)), 'At most 500 characters'],
  [textError('a'.repeat(500)), undefined],
  [endWords(null, now), 'until it is taken back'],
  [endWords('2026-05-04T08:12:30.000Z', now), 'for another 12 min'],
  [reachWords({ active: 0, applied: 0 }), 'On the landing page; no instance is running.'],
  [reachWords({ active: 42, applied: 41 }), 'On the landing page, and in 41 of 42 running instances so far.'],
  [reachWords({ active: 42, applied: 42 }), 'On the landing page, and in all 42 running instances.'],
  [reachWords({ active: 1, applied: 1 }), 'On the landing page, and in the running instance.'],
])('says %j', (said, words) => expect(said).toBe(words));
