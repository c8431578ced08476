import type { Catalogue } from '../catalogue/catalogue';
import { createCast } from '../events/cast';
import { productPlaylist, scenarioPlaylist, type Playlist } from '../events/playlist';
import { lengthOf } from '../events/timeline';
import type { Plan, Send } from './send.types';

export type PlaylistFacts = Pick<Send, 'source' | 'seed' | 'total' | 'base_time' | 'plan'>;

/** The events of a send: the same whenever it is asked, as long as the content is. Throws `NotFoundError`. */
export function playlistOf(
  { source, seed, total, base_time, plan }: PlaylistFacts,
  catalogue: Catalogue,
  sessionId: string,
): Playlist {
  const spec = { cast: createCast(sessionId), sessionId, seed };
  if (source.kind === 'product') return productPlaylist(catalogue.product(source.id), total, spec);
  const scenario = catalogue.scenario(source.id, ({ id }) => !plan.left_out.includes(id));
  const noise = plan.noise && {
    per_event: plan.noise.per_event,
    products: plan.noise.product_ids.map((id) => catalogue.product(id)),
  };
  return scenarioPlaylist(scenario, plan.story_events ?? 0, noise ?? undefined, {
    ...spec,
    begun: new Date(base_time ?? beginningOf(plan, lengthOf(scenario.file.phases))),
  });
}

/** The moment of the first event, in ms since 1970 or ISO 8601. */
const beginningOf = ({ pace, ends_at, begun_at }: Plan, length: number): number | string =>
  pace === 'backdated' ? Date.parse(ends_at ?? begun_at) - length : begun_at;
