import type { ScenarioFile } from '../catalogue/product.schema';
import { seconds } from './duration';
import { createRandom } from './random';

interface Span {
  /** ms from the start of the run. */
  readonly from: number;
  readonly lasts: number;
}

type Phases = readonly Pick<ScenarioFile['phases'][number], 'id' | 'wait' | 'lasts'>[];

/** When each phase begins and how long it lasts, by its id. */
export function phaseSpans(phases: Phases): ReadonlyMap<string, Span> {
  let end = 0;
  return new Map(
    phases.map(({ id, wait, lasts }) => {
      const span = { from: end + seconds(wait) * 1000, lasts: seconds(lasts) * 1000 };
      end = span.from + span.lasts;
      return [id, span];
    }),
  );
}

/** How long the phases take together, in ms. */
export const lengthOf = (phases: Phases): number =>
  phases.reduce((sum, { wait, lasts }) => sum + seconds(wait) + seconds(lasts), 0) * 1000;

/** Spreads `count` events over a span: one in each equal part of it, at a moment drawn from the seed. Rising, in ms. */
export function spread({ from, lasts }: Span, count: number, seed: string): number[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => Math.floor(from + ((index + random.next()) / count) * lasts));
}

/** Whose turn it is at each place when rising `own` and `other` moments are put in one order: indexes of `own`, or `-1 - index` of `other`. */
export function interleave(own: readonly number[], other: readonly number[]): Int32Array {
  const order = new Int32Array(own.length + other.length);
  let [mine, theirs] = [0, 0];
  for (let place = 0; place < order.length; place += 1) {
    const isMine = theirs >= other.length || (mine < own.length && own[mine]! <= other[theirs]!);
    order[place] = isMine ? mine++ : -1 - theirs++;
  }
  return order;
}
