import type { Send } from './types';

/** The body of `POST /sends` that asks for the same once more, with other events. */
export function againBody({ source, destination, total, rate, plan }: Send): object {
  const { pace, lasts_s, duration_s, continuous, story_events, noise } = plan;
  const count = source.kind === 'scenario' ? story_events : total;
  return {
    [`${source.kind}_id`]: source.id,
    destination_id: destination.id,
    rate,
    pace,
    ...(lasts_s !== null && { lasts_s }),
    ...(duration_s !== null ? { duration_s } : continuous ? { continuous } : { count }),
    ...(noise && { noise }),
  };
}
