import * as z from 'zod/mini';
import { _default as withDefault } from 'zod/mini';
import '../validation';
import { characterSchema, escapeSchema, quoteSchema, separatorSchema } from './encoding.schema';
import FIELD_NAMES from './field-names.json';

const name = z.string().check(z.minLength(1), z.maxLength(200));

const pattern = z.string().check(
  z.minLength(1),
  z.maxLength(4000),
  z.refine((source) => {
    try {
      return new RegExp(source) instanceof RegExp;
    } catch {
      return false;
    }
  }, 'is no regular expression'),
);

/** Target names are those of `field-names.json`, so that a typing error is found; the time is told under `time`. */
const targets = <Place extends z.ZodMiniType>(place: Place) =>
  z.record(z.string(), place).check((context) => {
    for (const target of Object.keys(context.value)) {
      if (target !== 'time' && Object.hasOwn(FIELD_NAMES, target)) continue;
      const message = target === 'time' ? 'belongs to the time of the parser, not to fields' : 'is no known field name';
      context.issues.push({ code: 'custom', input: target, path: [target], message });
    }
  });

/** Which part of a syslog header: a name, or `{id of structured data}/{parameter}`. */
const headerPart = z
  .string()
  .check(z.regex(/^(host|app|procid|msgid|facility|severity|.+\/.+)$/, 'is no part of a syslog header'));

const offset = withDefault(z.string().check(z.regex(/^[+-]\d\d:\d\d$/, 'is no offset such as +02:00')), '+00:00');
const format = withDefault(name, 'iso');

/** What all parsers have; a schema costs memory in every instance, so each is made once. */
const common = {
  product: name,
  /** Whether the message begins with what looks like a header of RFC 3164, so that none is taken off. */
  keep_header: withDefault(z.boolean(), false),
  header: withDefault(targets(headerPart), {}),
  /** What goes before the part that is read. */
  start: z.optional(pattern),
  /** What goes after it. */
  end: z.optional(pattern),
  /** Texts that mean that there is no value. */
  nothing: withDefault(z.array(z.string()), []),
};

/** What parsers have whose fields are found by `place`. */
function placedBy<Place extends z.ZodMiniType>(place: Place) {
  const fields = targets(place);
  const parts = z.array(place).check(z.minLength(1), z.maxLength(6));
  return {
    ...common,
    /** From the syslog header, or from parts of the line, which are put together with a space. */
    time: z.union([z.literal('header'), z.strictObject({ parts, format, offset })]),
    fields,
    /** More fields of those lines that a regular expression finds. */
    more: withDefault(z.array(z.strictObject({ when: pattern, fields })).check(z.maxLength(50)), []),
  };
}

const byName = placedBy(name);
const byPath = placedBy(z.array(name).check(z.minLength(1), z.maxLength(20)));
const byColumn = placedBy(z.union([z.int().check(z.minimum(0)), name]));
const columns = z.array(name).check(z.maxLength(300));

/** A parser file: how to read common fields back out of a product's lines. `docs/content.md` explains it to authors. */
export const parserSchema = z.discriminatedUnion('reads', [
  z.strictObject({ ...byPath, reads: z.literal('json') }),
  z.strictObject({ ...byPath, reads: z.literal('xml'), root: name }),
  z.strictObject({
    ...byColumn,
    reads: z.literal('csv'),
    delimiter: withDefault(characterSchema, ','),
    quote: withDefault(quoteSchema, 'needed'),
    /** Names of the columns, where fields are told by name. */
    columns: withDefault(columns, []),
  }),
  z.strictObject({
    ...byName,
    reads: z.literal('w3c'),
    separator: withDefault(z.enum([' ', '\t']), ' '),
    columns: columns.check(z.minLength(1)),
  }),
  z.strictObject({
    ...byName,
    reads: z.literal('keyvalue'),
    separator: withDefault(separatorSchema, ' '),
    assign: withDefault(separatorSchema, '='),
    escape: withDefault(escapeSchema, 'backslash'),
  }),
  z.strictObject({ ...byName, reads: z.literal(['cef', 'leef']) }),
  z.strictObject({
    ...byName,
    reads: z.literal('text'),
    patterns: z.array(pattern).check(z.minLength(1), z.maxLength(200)),
  }),
]);
export type ParserFile = z.infer<typeof parserSchema>;
export type Locator = string | number | readonly string[];
