import type { Tally } from './types';

export interface PhaseBar {
  readonly phase: string;
  readonly events: number;
  /** ISO 8601. */
  readonly from: string;
  readonly to: string;
  /** Where its bar begins and how wide it is, in per cent of the whole story. */
  readonly left: number;
  readonly width: number;
}

const WIDTH_MIN = 1.5;

/** The phases of a story in the order of their first events. */
export function phasesOf(tallies: readonly Tally[]): PhaseBar[] {
  const spans = new Map<string, { events: number; from: string; to: string }>();
  for (const { phase, events, first_at, last_at } of tallies) {
    if (phase === null) continue;
    const before = spans.get(phase) ?? { events: 0, from: first_at, to: last_at };
    spans.set(phase, {
      events: before.events + events,
      from: before.from < first_at ? before.from : first_at,
      to: before.to > last_at ? before.to : last_at,
    });
  }
  const all = [...spans].toSorted(([, a], [, b]) => a.from.localeCompare(b.from));
  const start = Math.min(...all.map(([, { from }]) => Date.parse(from)));
  const length = Math.max(1, ...all.map(([, { to }]) => Date.parse(to) - start));
  return all.map(([phase, { events, from, to }]) => {
    const width = Math.max(WIDTH_MIN, ((Date.parse(to) - Date.parse(from)) / length) * 100);
    return { phase, events, from, to, width, left: Math.min(100 - width, ((Date.parse(from) - start) / length) * 100) };
  });
}
