import type { Product } from './product';
import { createRandom } from './random';
import type { Scenario } from './scenario';
import {
  benignSource,
  playedSteps,
  productSource,
  scenarioSource,
  stepAt,
  type EventSource,
  type SourceSpec,
} from './source';
import { interleave, lengthOf, phaseSpans, spread } from './timeline';

/** The events of one send in their order. */
export interface Playlist extends EventSource {
  /** `null` where it has no end. */
  readonly total: number | null;
  /** Where the events have moments of their own. */
  readonly timeline?: Timeline;
}

export interface Timeline {
  /** From the first moment to the last, in ms. */
  readonly length: number;
  /** When event `index` happens, in ms from the start; never falls. */
  readonly offset: (index: number) => number;
}

/** Background of harmless events between those of a scenario. */
export interface Noise {
  /** So many for each event of the scenario. */
  readonly per_event: number;
  readonly products: readonly Product[];
}

export const productPlaylist = (product: Product, total: number | null, spec: SourceSpec): Playlist => ({
  total,
  ...productSource(product, spec),
});

/** The first `count` events of a playlist, or all where it has no more. */
export function firstOf(playlist: Playlist, count: number | null): Playlist {
  const { total, timeline } = playlist;
  if (count === null || (total !== null && count >= total)) return playlist;
  const cut = { ...playlist, total: count };
  return timeline ? { ...cut, timeline: { ...timeline, length: timeline.offset(count - 1) } } : cut;
}

/** `count` events of the scenario on its timeline, with the noise between them. */
export function scenarioPlaylist(scenario: Scenario, count: number, noise: Noise | null, spec: SourceSpec): Playlist {
  const story = scenarioSource(scenario, count, spec);
  const moments = storyMoments(scenario, count, spec.seed);
  const length = lengthOf(scenario.file.phases);
  const background = noiseSource(noise?.products ?? [], spec);
  const noises = spread(
    { from: 0, lasts: length },
    noise && background ? Math.round(count * noise.per_event) : 0,
    `${spec.seed}:noise`,
  );
  const order = interleave(moments, noises);
  return {
    total: order.length,
    at: (index, time) => {
      const place = order[index]!;
      return place >= 0 ? story.at(place, time) : background!.at(-1 - place, time);
    },
    timeline: {
      length,
      offset: (index) => {
        const place = order[index]!;
        return place >= 0 ? moments[place]! : noises[-1 - place]!;
      },
    },
  };
}

/** When each of the scenario's events happens: those of a phase are spread over it. */
function storyMoments({ file, steps }: Scenario, count: number, seed: string): number[] {
  const events = new Map<string, number>();
  const played = playedSteps(steps);
  for (let index = 0; index < count; index += 1) {
    const { id } = stepAt(played, index, count).phase;
    events.set(id, (events.get(id) ?? 0) + 1);
  }
  return [...phaseSpans(file.phases)].flatMap(([id, span]) => spread(span, events.get(id) ?? 0, `${seed}:when:${id}`));
}

/** Harmless events of the products by chance; `undefined` where none of them has any. */
function noiseSource(products: readonly Product[], spec: SourceSpec): EventSource | undefined {
  const sources = products
    .map((product) => benignSource(product, { ...spec, seed: `${spec.seed}:noise:${product.file.id}` }))
    .filter((source) => source !== undefined);
  if (sources.length === 0) return undefined;
  return { at: (index, time) => createRandom(`${spec.seed}:noise:${index}`).pick(sources).at(index, time) };
}
