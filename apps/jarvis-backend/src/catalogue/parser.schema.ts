import * as z from 'zod/mini';
import { _default as withDefault } from 'zod/mini';
import '../validation';

const name = z.string().check(z.minLength(1), z.maxLength(100));
const base = { product: name };
const keys = z.record(name, name);

/** A parser file: how to read common fields back out of a product's lines. `docs/content.md` explains it to authors. */
export const parserSchema = z.discriminatedUnion('reads', [
  z.strictObject({ ...base, reads: z.literal('json'), fields: z.record(name, z.array(name).check(z.minLength(1))) }),
  z.strictObject({
    ...base,
    reads: z.literal('csv'),
    /** What goes before the first column, as a regular expression. */
    start: withDefault(z.string(), '^'),
    fields: z.record(name, z.int().check(z.minimum(0))),
  }),
  z.strictObject({ ...base, reads: z.literal('keyvalue'), fields: keys }),
  z.strictObject({ ...base, reads: z.literal('cef'), fields: keys }),
  z.strictObject({ ...base, reads: z.literal('leef'), fields: keys }),
  z.strictObject({ ...base, reads: z.literal('pattern'), pattern: name, fields: keys }),
]);
export type ParserFile = z.infer<typeof parserSchema>;
