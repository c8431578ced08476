import { secondsOf } from './durations';
import { formatLength } from './format';
import type { PhaseDraft } from './scenario-draft';

/** `waits 5 min, lasts 10 min`, as far as they are written. */
export function lengthsOf({ wait, lasts }: Pick<PhaseDraft, 'wait' | 'lasts'>): string {
  const [before, during] = [wait, lasts].map((duration) => secondsOf(duration) * 1000) as [number, number];
  return `${before > 0 ? `waits ${formatLength(before)}, ` : ''}lasts ${formatLength(during)}`;
}
