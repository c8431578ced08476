import type { Playlist } from '../events/playlist';
import type { ChosenSource, SourceDeps } from './choose-source';
import { planOf, type Wishes } from './plan-of';
import { playlistOf } from './playlist-of';
import type { Plan } from './send.types';

export interface Prepared {
  readonly plan: Plan;
  readonly baseTime: string | null;
  readonly playlist: Playlist;
}

/** The events of what was chosen, as they were asked for; throws as `planOf` does. */
export function prepare(
  chosen: ChosenSource,
  wishes: Wishes & { readonly base_time?: string | undefined },
  deps: SourceDeps,
): Prepared {
  const plan = planOf(wishes, chosen, { catalogue: deps.catalogue, features: deps.session.get().features });
  const baseTime = wishes.base_time ?? null;
  const facts = { source: chosen.source, seed: chosen.seed, total: wishes.count ?? null, base_time: baseTime, plan };
  return { plan, baseTime, playlist: playlistOf(facts, deps) };
}
