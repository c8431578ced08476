import * as z from 'zod/mini';
import '../validation';

/** `POST /parse`. */
export const parseSchema = z.strictObject({
  text: z.string().check(z.minLength(1), z.maxLength(1024 * 1024)),
  product_id: z.optional(z.string().check(z.minLength(1), z.maxLength(128))),
});
