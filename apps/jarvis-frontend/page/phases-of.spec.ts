import { phasesOf } from './phases-of';
import type { Tally } from './types';

const tally = (phase: string | null, events: number, from: number, to: number): Tally => ({
  phase,
  events,
  product_id: 'p',
  event_id: 'e',
  event_name: 'E',
  malicious: false,
  mitre: [],
  first_at: new Date(from * 1000).toISOString(),
  last_at: new Date(to * 1000).toISOString(),
});

it('puts the phases on one line of time, without the noise', () => {
  const bars = phasesOf([tally('b', 2, 50, 100), tally('a', 1, 0, 10), tally(null, 9, 0, 900), tally('a', 3, 5, 25)]);
  expect(bars.map(({ phase, events, left, width }) => [phase, events, left, width])).toEqual([
    ['a', 4, 0, 25],
    ['b', 2, 50, 50],
  ]);
});

it('shows a phase of one moment, also at the very end', () => {
  const [, last] = phasesOf([tally('a', 1, 0, 100), tally('b', 1, 100, 100)]);
  expect(last).toMatchObject({ left: 98.5, width: 1.5 });
});

it('shows nothing without a story', () => expect(phasesOf([tally(null, 1, 0, 1)])).toEqual([]));
