import type { Catalogue } from '../catalogue/catalogue';
import { InvalidInputError } from '../errors';
import { demand, mayUseProduct } from '../session/features';
import type { Features } from '../session/session.schema';
import type { ChosenSource } from './choose-source';
import type { SendRequestBody } from './request.schema';
import type { Plan } from './send.types';

/** Events of a scenario and its noise together. */
const EVENTS_MAX = 1_000_000;

export type Wishes = Pick<SendRequestBody, 'count' | 'noise'> &
  Partial<Pick<SendRequestBody, 'pace' | 'lasts_s' | 'ends_at' | 'duration_s' | 'continuous'>>;

/**
 * What was asked for, with all that was left open decided. Throws `FeatureDisabledError` for noise of a product that is not open, and
 * `InvalidInputError` for too much of it or for a pace that needs a timeline where there is none.
 */
export function planOf(body: Wishes, chosen: ChosenSource, deps: { catalogue: Catalogue; features: Features }): Plan {
  const story = chosen.source.kind === 'scenario' ? (body.count ?? chosen.defaultCount) : null;
  if (story !== null && body.noise && story * (1 + body.noise.per_event) > EVENTS_MAX) {
    const message = `has to leave at most ${EVENTS_MAX} events in all`;
    throw new InvalidInputError(`noise.per_event: ${message}`, [{ field: 'noise.per_event', message }]);
  }
  if (body.pace !== undefined && body.pace !== 'rate' && !chosen.hasTimeline) {
    const message = 'has to be rate where no time is known of the events';
    throw new InvalidInputError(`pace: ${message}`, [{ field: 'pace', message }]);
  }
  return {
    pace: body.pace ?? 'rate',
    lasts_s: body.lasts_s ?? null,
    ends_at: body.ends_at ?? null,
    duration_s: body.duration_s ?? null,
    continuous: body.continuous ?? false,
    story_events: story,
    noise: body.noise && {
      per_event: body.noise.per_event,
      product_ids: body.noise.product_ids?.map((id) => openProduct(id, deps)) ?? chosen.products,
    },
    left_out: chosen.leftOut,
    begun_at: new Date().toISOString(),
  };
}

function openProduct(id: string, { catalogue, features }: { catalogue: Catalogue; features: Features }): string {
  demand(mayUseProduct(features, catalogue.productSummary(id)), 'products');
  return id;
}
