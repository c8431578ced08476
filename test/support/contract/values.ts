import * as fc from 'fast-check';
import { resolved, type ApiDocument, type Schema } from './document';

/** Texts that have broken servers before. */
const ODD_TEXTS = [
  '',
  ' ',
  '\0',
  'a\r\nb',
  '\u202egnp.exe',
  '\ud800',
  '👩‍💻',
  'İ',
  '__proto__',
  'constructor',
  '../..',
  '*',
  '{{7*7}}',
  "'; --",
  'x'.repeat(300),
  'x'.repeat(5_000),
  '1e999',
  '٣',
] as const;

const ODD_NUMBERS = [-1, 0, -0, 0.1, 1e-320, 1e21, -1e308, 2 ** 31, 2 ** 53, Number.MAX_VALUE] as const;

export const oddText = (): fc.Arbitrary<string> =>
  fc.oneof(fc.constantFrom(...ODD_TEXTS), fc.string({ unit: 'binary', maxLength: 40 }));

/** Any JSON, the strange kind preferred. */
export const oddValue = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], { a: { a: {} } }, { length: 1 }),
    fc.constantFrom<number>(...ODD_NUMBERS),
    oddText(),
    fc.jsonValue({ maxDepth: 3 }),
  );

/** Values that fit a schema, its limits among them. */
export function fitting(given: Schema, document: ApiDocument): fc.Arbitrary<unknown> {
  const schema = resolved(given, document);
  const made = built(schema, document);
  return schema.example === undefined ? made : fc.oneof(fc.constant(schema.example), made);
}

function built(schema: Schema, document: ApiDocument): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => fitting(choice, document)));
  if (schema.allOf !== undefined) {
    return fc
      .tuple(...schema.allOf.map((part) => fitting(part, document)))
      .map((parts) => Object.assign({}, ...parts) as object);
  }
  const types = [schema.type ?? 'object'].flat();
  return fc.oneof(...types.map((type) => ofType(type, schema, document)));
}

function ofType(type: string, schema: Schema, document: ApiDocument): fc.Arbitrary<unknown> {
  const { minimum: min = -1e6, maximum: max = 1e6 } = schema;
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max));
    case 'number':
      return fc.oneof(fc.double({ min, max, noNaN: true }), fc.constantFrom(min, max));
    case 'string':
      return text(schema);
    case 'array':
      return list(schema, document);
    default:
      return object(schema, document);
  }
}

function list({ items = {}, minItems = 0, maxItems = 4, uniqueItems }: Schema, document: ApiDocument) {
  const length = { minLength: minItems, maxLength: Math.min(maxItems, minItems + 4) };
  const item = fitting(items, document);
  return uniqueItems === true
    ? fc.uniqueArray(item, { ...length, selector: (value) => JSON.stringify(value) })
    : fc.array(item, length);
}

function text({ format, pattern, minLength = 0, maxLength = 300 }: Schema): fc.Arbitrary<string> {
  if (format === 'date-time')
    return fc
      .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
  if (format === 'uuid') return fc.uuid();
  if (pattern !== undefined) {
    return fc
      .stringMatching(new RegExp(pattern, 'u'), { maxLength: Math.max(minLength, 60) })
      .map((made) => made.padEnd(minLength, made[0] ?? 'x').slice(0, maxLength));
  }
  const most = Math.min(maxLength, minLength + 300);
  return fc.oneof(
    fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, Math.min(40, most)) }),
    fc.constantFrom('x'.repeat(minLength), 'x'.repeat(most)),
  );
}

function object({ properties = {}, required = [], additionalProperties }: Schema, document: ApiDocument) {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, fitting(field, document)]),
  );
  const known = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
  if (additionalProperties === undefined || additionalProperties === false) return known;
  return fc
    .tuple(
      fc.dictionary(fc.string({ unit: 'grapheme', maxLength: 10 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 }),
      known,
    )
    .map(([more, own]) => ({ ...more, ...own }));
}

/** A fitting value with one thing wrong: a field left out, added or of another kind. */
export const spoilt = (schema: Schema, document: ApiDocument): fc.Arbitrary<unknown> =>
  fc
    .tuple(fitting(schema, document), oddValue(), fc.nat(), fc.constantFrom('swap', 'drop', 'add', 'within'))
    .map(spoil);

function spoil([value, odd, at, how]: [unknown, unknown, number, string]): unknown {
  if (typeof value !== 'object' || value === null) return odd;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
  const keys = Object.keys(copy);
  const key = keys[at % Math.max(1, keys.length)];
  if (how === 'add' || key === undefined)
    return Array.isArray(copy) ? [...(copy as unknown[]), odd] : { ...copy, [`odd${at % 3}`]: odd };
  if (how === 'drop') delete copy[key];
  else copy[key] = how === 'within' ? spoil([copy[key], odd, at, 'swap']) : odd;
  return copy;
}
