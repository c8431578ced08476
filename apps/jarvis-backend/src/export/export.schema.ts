import * as z from 'zod/mini';
import { _default as withDefault } from 'zod/mini';
import { baseTime, exactlyOne, sourceId } from '../sends/request.schema';
import '../validation';
import { FORMATS } from './serialise';

export const formatSchema = z.strictObject({ format: withDefault(z.enum(FORMATS), 'jsonl') });

/** `GET /export`, as its query has it. */
export const exportSchema = z
  .strictObject({
    product_id: z.optional(sourceId),
    scenario_id: z.optional(sourceId),
    upload_id: z.optional(sourceId),
    count: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100_000))),
    seed: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
    base_time: z.optional(baseTime),
    /** Background noise for each event of a scenario. */
    noise: withDefault(z.coerce.number().check(z.minimum(0), z.maximum(20)), 0),
    format: withDefault(z.enum(FORMATS), 'jsonl'),
  })
  .check(exactlyOne);
