import * as z from 'zod/mini';
import { _default as withDefault } from 'zod/mini';
import '../validation';
import type { Choice } from './choose-source';
import { PACES } from './send.types';

export const sourceId = z.string().check(z.minLength(1), z.maxLength(128));
const seed = z.pipe(
  z.union(
    [z.string().check(z.minLength(1), z.maxLength(64)), z.int()],
    'has to be a text of up to 64 characters, or a whole number',
  ),
  z.transform(String),
);
export const baseTime = z.iso.datetime({ offset: true, error: 'has to be a time such as 2026-11-23T09:00:00Z' });
const noise = z.nullable(
  z.strictObject({
    per_event: z.number().check(z.minimum(0.1), z.maximum(20)),
    product_ids: z.optional(z.array(sourceId).check(z.minLength(1), z.maxLength(20))),
  }),
);
const source = {
  product_id: z.optional(sourceId),
  scenario_id: z.optional(sourceId),
  upload_id: z.optional(sourceId),
  seed: z.optional(seed),
  base_time: z.optional(baseTime),
  noise: withDefault(noise, null),
};
export const exactlyOne = z.refine<Pick<Choice, 'product_id' | 'scenario_id' | 'upload_id'>>(
  (body) => [body.product_id, body.scenario_id, body.upload_id].filter((id) => id !== undefined).length === 1,
  { error: 'needs either product_id, scenario_id or upload_id', path: ['product_id'] },
);
const noiseOfStory = z.refine<{ scenario_id?: string | undefined; noise: unknown }>(
  (body) => body.noise === null || body.scenario_id !== undefined,
  { error: 'is for scenarios', path: ['noise'] },
);

/** `POST /generate`: a preview. */
export const generateSchema = z
  .strictObject({
    ...source,
    count: z.optional(z.int().check(z.minimum(1), z.maximum(200))),
    timeline: withDefault(z.boolean(), false),
  })
  .check(exactlyOne, noiseOfStory);

const SECONDS_MAX = 7 * 24 * 3600;
const length = z.int().check(z.minimum(1), z.maximum(SECONDS_MAX));
const sends = z.strictObject({
  ...source,
  destination_id: sourceId,
  count: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000))),
  duration_s: z.optional(length),
  continuous: withDefault(z.boolean(), false),
  rate: withDefault(z.nullable(z.number().check(z.minimum(0.1), z.maximum(10_000))), null),
  pace: withDefault(z.enum(PACES), 'rate'),
  lasts_s: z.optional(length),
  ends_at: z.optional(baseTime),
});
type SendBody = z.infer<typeof sends>;

const rule = (isKept: (body: SendBody) => boolean, field: keyof SendBody, error: string) =>
  z.refine<SendBody>(isKept, { error, path: [field] });
const limits = ({ count, duration_s, continuous }: SendBody): number =>
  Number(count !== undefined) + Number(duration_s !== undefined) + Number(continuous);

/** `POST /sends`. */
export const sendSchema = sends.check(
  exactlyOne,
  noiseOfStory,
  rule((body) => limits(body) <= 1, 'count', 'may not stand beside duration_s or continuous'),
  rule((body) => body.product_id === undefined || limits(body) === 1, 'count', 'is missing'),
  rule((body) => body.product_id !== undefined || body.duration_s === undefined, 'duration_s', 'is for products'),
  rule((body) => body.product_id !== undefined || !body.continuous, 'continuous', 'is for products'),
  rule((body) => body.product_id === undefined || body.pace === 'rate', 'pace', 'has to be rate for a product'),
  rule(
    (body) => (body.pace === 'compressed') === (body.lasts_s !== undefined),
    'lasts_s',
    'belongs to a compressed pace',
  ),
  rule((body) => body.ends_at === undefined || body.pace === 'backdated', 'ends_at', 'belongs to a backdated pace'),
  rule(
    (body) => body.ends_at === undefined || body.base_time === undefined,
    'ends_at',
    'may not stand beside base_time',
  ),
  rule(
    (body) => body.base_time === undefined || body.pace === 'rate' || body.pace === 'backdated',
    'base_time',
    'belongs to a pace of rate or backdated',
  ),
);
export type SendRequestBody = z.infer<typeof sendSchema>;

/** `GET /sends/:id/log`. */
export const logQuerySchema = z.strictObject({
  from: withDefault(z.coerce.number().check(z.int(), z.minimum(0)), 0),
  limit: withDefault(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
  only: withDefault(z.enum(['all', 'story', 'malicious']), 'all'),
});
