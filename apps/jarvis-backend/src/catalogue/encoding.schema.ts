import * as z from 'zod/mini';
import { _default as withDefault } from 'zod/mini';
import type { Json } from '../events/template';
import '../validation';

export const text = (max = 200) => z.string().check(z.minLength(1), z.maxLength(max));
export const json = z.custom<Json>((value) => value !== undefined, 'is missing');

/** Which values of a line stand in quotes: all, all but numbers, those that could not be read otherwise, or none. */
export const quoteSchema = z.enum(['always', 'texts', 'needed', 'never']);
/** How a quote inside quotes is written: `\"` (and `\\`), `""`, or as an apostrophe because the vendor escapes nothing. */
export const escapeSchema = z.enum(['backslash', 'double', 'none']);

export const characterSchema = z
  .string()
  .check(z.regex(/^[^\r\n"]$/, 'has to be one character, other than a quote or a line break'));
export const separatorSchema = z
  .string()
  .check(z.regex(/^[^\r\n"]{1,5}$/, 'has to be 1 to 5 characters without quotes and line breaks'));

const word = text();
const device = { vendor: word, product: word, version: word };
/** Templates for what goes before and after the rest of the line. */
const common = { prefix: z.optional(json), suffix: z.optional(json) };

/** How a product's fields become a line; `docs/content.md` explains it to authors. */
export const encodingSchema = z.discriminatedUnion('format', [
  z.strictObject({ ...common, format: z.literal('json') }),
  z.strictObject({
    ...common,
    format: z.literal('csv'),
    delimiter: withDefault(characterSchema, ','),
    quote: withDefault(quoteSchema, 'needed'),
  }),
  z.strictObject({ ...common, format: z.literal('text') }),
  z.strictObject({
    ...common,
    format: z.literal('keyvalue'),
    separator: withDefault(separatorSchema, ' '),
    assign: withDefault(separatorSchema, '='),
    quote: withDefault(quoteSchema, 'texts'),
    escape: withDefault(escapeSchema, 'backslash'),
    unquoted: withDefault(z.array(word), []),
  }),
  z.strictObject({ ...common, format: z.literal('cef'), ...device, spec: withDefault(z.literal([0, 1]), 0) }),
  z.strictObject({
    ...common,
    format: z.literal('leef'),
    ...device,
    spec: withDefault(z.enum(['1.0', '2.0']), '1.0'),
    /** LEEF 2.0 only. */
    delimiter: withDefault(characterSchema, '\t'),
  }),
  z.strictObject({ ...common, format: z.literal('w3c'), separator: withDefault(z.enum([' ', '\t']), ' ') }),
  z.strictObject({
    ...common,
    format: z.literal('xml'),
    root: z.string().check(z.regex(/^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/, 'is no name of an element')),
    quote: withDefault(z.enum(["'", '"']), "'"),
  }),
]);
export type Encoding = z.infer<typeof encodingSchema>;
