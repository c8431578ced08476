import * as z from 'zod/mini';
import { _default as withDefault } from 'zod/mini';
import '../validation';

const id = z.string().check(z.minLength(1), z.maxLength(128));
const seed = z.pipe(
  z.union(
    [z.string().check(z.minLength(1), z.maxLength(64)), z.int()],
    'has to be a text of up to 64 characters, or a whole number',
  ),
  z.transform(String),
);
const source = {
  product_id: z.optional(id),
  scenario_id: z.optional(id),
  seed: z.optional(seed),
  base_time: z.optional(z.iso.datetime({ offset: true, error: 'has to be a time such as 2026-11-23T09:00:00Z' })),
};
const exactlyOne = z.refine<{ product_id?: string | undefined; scenario_id?: string | undefined }>(
  (body) => (body.product_id === undefined) !== (body.scenario_id === undefined),
  { error: 'needs either product_id or scenario_id', path: ['product_id'] },
);

/** `POST /generate`: a preview. */
export const generateSchema = z
  .strictObject({ ...source, count: z.optional(z.int().check(z.minimum(1), z.maximum(200))) })
  .check(exactlyOne);

/** `POST /sends`. */
export const sendSchema = z
  .strictObject({
    ...source,
    destination_id: id,
    count: z.int().check(z.minimum(1), z.maximum(1_000_000)),
    rate: withDefault(z.nullable(z.number().check(z.minimum(0.1), z.maximum(10_000))), null),
  })
  .check(exactlyOne);
