import * as z from 'zod/mini';
import { _default as withDefault } from 'zod/mini';
import '../validation';
import type { Json } from '../events/template';

const slug = z.string().check(z.regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'has to be lower-case letters, digits, _ and -'));
const text = (max = 200) => z.string().check(z.minLength(1), z.maxLength(max));
const mitre = withDefault(
  z.array(z.string().check(z.regex(/^T\d{4}(\.\d{3})?$/, 'is no MITRE ATT&CK technique id'))),
  [],
);
const json = z.custom<Json>((value) => value !== undefined, 'is missing');
const templates = withDefault(z.record(z.string(), json), {});

const encoding = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('json') }),
  z.strictObject({ format: z.literal('csv') }),
  z.strictObject({ format: z.literal('text') }),
  z.strictObject({ format: z.literal('keyvalue'), unquoted: withDefault(z.array(text()), []) }),
  z.strictObject({ format: z.literal('cef'), vendor: text(), product: text(), version: text() }),
  z.strictObject({ format: z.literal('leef'), vendor: text(), product: text(), version: text() }),
]);
export type Encoding = z.infer<typeof encoding>;

const syslog = z.strictObject({
  header: z.enum(['rfc3164', 'rfc5424', 'pri']),
  facility: z.int().check(z.minimum(0), z.maximum(23)),
  severity: withDefault(json, 6),
  app: z.optional(json),
  msgid: z.optional(json),
});

const event = z.strictObject({
  id: slug,
  name: text(),
  weight: withDefault(z.number().check(z.gt(0)), 1),
  mitre,
  vars: templates,
  fields: templates,
  header: templates,
  message: z.optional(z.string()),
  severity: z.optional(json),
  sourcetype: z.optional(text()),
});

/** A product file; `docs/content.md` explains it to authors. */
export const productSchema = z.strictObject({
  id: slug,
  name: text(),
  vendor: z.strictObject({ id: slug, name: text() }),
  category: text(),
  description: text(1000),
  encoding,
  host: withDefault(json, 'jarvis'),
  syslog: z.optional(syslog),
  splunk: z.strictObject({ sourcetype: text(), source: z.optional(text()) }),
  vars: templates,
  fields: templates,
  events: z.array(event).check(z.minLength(1), z.maxLength(500)),
});
export type ProductFile = z.infer<typeof productSchema>;
export type EventFile = ProductFile['events'][number];

const step = z.strictObject({
  product: slug,
  event: slug,
  count: withDefault(z.int().check(z.minimum(1), z.maximum(1000)), 1),
  with: templates,
});

/** A scenario file; `docs/content.md` explains it to authors. */
export const scenarioSchema = z.strictObject({
  id: slug,
  name: text(),
  description: text(1000),
  vars: templates,
  phases: z
    .array(
      z.strictObject({
        id: slug,
        name: text(),
        description: text(1000),
        mitre,
        steps: z.array(step).check(z.minLength(1), z.maxLength(100)),
      }),
    )
    .check(z.minLength(1), z.maxLength(50)),
});
export type ScenarioFile = z.infer<typeof scenarioSchema>;
export type StepFile = ScenarioFile['phases'][number]['steps'][number];
