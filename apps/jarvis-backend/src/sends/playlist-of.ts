import { createCast } from '../events/cast';
import { firstOf, productPlaylist, scenarioPlaylist, type Playlist } from '../events/playlist';
import { lengthOf } from '../events/timeline';
import type { SourceDeps } from './choose-source';
import type { Send } from './send.types';
import { beginningOf } from './timing';

export type PlaylistFacts = Pick<Send, 'source' | 'seed' | 'total' | 'base_time' | 'plan'>;

/** The events of a send: the same whenever it is asked, as long as the content, or the upload, is. Throws `NotFoundError`. */
export function playlistOf(
  { source, seed, total, base_time, plan }: PlaylistFacts,
  { catalogue, uploads, session }: SourceDeps,
): Playlist {
  if (source.kind === 'upload') return firstOf(uploads.open(source.id), total);
  const { session_id: sessionId } = session.get();
  const spec = { cast: createCast(sessionId), sessionId, seed };
  if (source.kind === 'product') return productPlaylist(catalogue.product(source.id), total, spec);
  const scenario = catalogue.scenario(source.id, ({ id }) => !plan.left_out.includes(id));
  const noise = plan.noise && {
    per_event: plan.noise.per_event,
    products: plan.noise.product_ids.map((id) => catalogue.product(id)),
  };
  return scenarioPlaylist(scenario, plan.story_events ?? 0, noise, {
    ...spec,
    begun: new Date(beginningOf(base_time, plan, lengthOf(scenario.file.phases))),
  });
}
