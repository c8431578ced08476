import * as z from 'zod/mini';
import { _default as withDefault } from 'zod/mini';
import '../validation';
import { encodingSchema, json, text } from './encoding.schema';

export const slug = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'has to be lower-case letters, digits, _ and -'));
/** Of a phase, or of a kind of event: each event tells them all. */
const TECHNIQUES_MAX = 20;
const mitre = withDefault(
  z
    .array(z.string().check(z.regex(/^T\d{4}(\.\d{3})?$/, 'is no MITRE ATT&CK technique id')))
    .check(z.maxLength(TECHNIQUES_MAX)),
  [],
);
const templates = withDefault(z.record(z.string(), json), {});

const VARIABLES_MAX = 100;
const fewTemplates = withDefault(
  z
    .record(z.string(), json)
    .check(z.refine((all) => Object.keys(all).length <= VARIABLES_MAX, `may have at most ${VARIABLES_MAX} variables`)),
  {},
);

/** RFC 5424, section 6.3.2. */
const sdName = z
  .string()
  .check(z.regex(/^[!-~]{1,32}$/), z.regex(/^[^\s="\]]+$/, 'may not have spaces, =, ] or quotes'));
const structuredData = withDefault(z.record(sdName, z.record(sdName, json)), {});
const reference = z.string().check(z.regex(/^https:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/, 'has to be an https address'));

/** A number of seconds, minutes or hours; `seconds` of `events/duration` reads it. */
const duration = z.string().check(z.regex(/^\d{1,4}[smh]$/, 'has to be a time such as 90s, 20m or 2h'));

/** What a product watches over: the groups of the catalogue. */
const CATEGORIES = ['Endpoint', 'Identity', 'Network', 'Web', 'Email', 'Cloud', 'Infrastructure'] as const;

const syslog = z.strictObject({
  header: z.enum(['rfc3164', 'rfc5424', 'pri']),
  facility: z.int().check(z.minimum(0), z.maximum(23)),
  severity: withDefault(json, 6),
  app: z.optional(json),
  procid: z.optional(json),
  msgid: z.optional(json),
  time: z.optional(json),
  structured_data: structuredData,
});

const event = z.strictObject({
  id: slug,
  name: text(),
  weight: withDefault(z.number().check(z.gt(0)), 1),
  malicious: withDefault(z.boolean(), false),
  mitre,
  vars: templates,
  fields: templates,
  header: templates,
  message: z.optional(z.string()),
  structured_data: structuredData,
  severity: z.optional(json),
  sourcetype: z.optional(text()),
});

/** A product file; `docs/content.md` explains it to authors. */
export const productSchema = z.strictObject({
  id: slug,
  name: text(),
  vendor: z.strictObject({ id: slug, name: text() }),
  category: z.enum(CATEGORIES),
  description: text(1000),
  references: z.array(reference).check(z.minLength(1), z.maxLength(20)),
  encoding: encodingSchema,
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
  malicious: z.optional(z.boolean()),
  with: fewTemplates,
});

/** Each is tried once when the scenario is read. */
const STEPS_MAX = 500;
const EVENTS_MAX = 100_000;
const sumOf = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);

/** Besides its id, what a scenario says. */
export const scenarioParts = {
  name: text(),
  description: text(1000),
  vars: fewTemplates,
  phases: z
    .array(
      z.strictObject({
        id: slug,
        name: text(),
        description: text(1000),
        mitre,
        wait: withDefault(duration, '0s'),
        lasts: withDefault(duration, '5m'),
        steps: z.array(step).check(z.minLength(1), z.maxLength(100)),
      }),
    )
    .check(
      z.minLength(1),
      z.maxLength(50),
      z.refine(
        (phases) => sumOf(phases, ({ steps }) => steps.length) <= STEPS_MAX,
        `may have at most ${STEPS_MAX} steps in all`,
      ),
      z.refine(
        (phases) => sumOf(phases, ({ steps }) => sumOf(steps, ({ count }) => count)) <= EVENTS_MAX,
        `may have at most ${EVENTS_MAX} events in all`,
      ),
    ),
};

/** A scenario file; `docs/content.md` explains it to authors. */
export const scenarioSchema = z.strictObject({ id: slug, ...scenarioParts });
export type ScenarioFile = z.infer<typeof scenarioSchema>;
export type StepFile = ScenarioFile['phases'][number]['steps'][number];
