import type { Send } from './types';

/** What had been sent at a moment, in ms. */
export interface Sample {
  readonly at: number;
  readonly sent: number;
}

/** Over so long a rate is told. */
const WINDOW_MS = 4000;
const KEPT = 90;

/** One more look at a send; what says nothing new is left out, and what is old is forgotten. */
export function withSample(samples: readonly Sample[], { sent }: Pick<Send, 'sent'>, at: number): readonly Sample[] {
  const last = samples.at(-1);
  if (last && (at - last.at < 150 || sent < last.sent)) return samples;
  return [...samples, { at, sent }].slice(-KEPT);
}

/** Events per second in the last seconds; `undefined` before there is anything to tell from. */
export function rateOf(samples: readonly Sample[], now: number): number | undefined {
  const last = samples.at(-1);
  const first = samples.find(({ at }) => at >= now - WINDOW_MS) ?? samples.at(-2);
  if (!last || !first || last.at === first.at) return undefined;
  return ((last.sent - first.sent) * 1000) / (last.at - first.at);
}

/** The rates between the samples, in order, for a picture. */
export const ratesBetween = (samples: readonly Sample[]): number[] =>
  samples.slice(1).map(({ at, sent }, index) => {
    const before = samples[index]!;
    return ((sent - before.sent) * 1000) / (at - before.at);
  });
