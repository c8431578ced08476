import { EGRESS_MODES } from '@app/egress';
import * as z from 'zod/mini';
import { customScenarioSchema } from '../custom-scenarios/custom-scenario.schema';
import { destinationSchema } from '../destinations/destination.schema';
import { generateSchema, sendSchema } from '../sends/request.schema';
import { parseSchema } from '../catalogue/parse.schema';
import { scenarioSchema } from '../catalogue/product.schema';
import { sessionSchema } from '../session/session.schema';
import { TIME_FORMATS } from '../uploads/timestamp';
import { uploadPatchSchema } from '../uploads/upload.schema';

export type Schema = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly schema: Schema;
  readonly example: unknown;
}

const text = { type: 'string' };
const flag = { type: 'boolean' };
const count = { type: 'integer', minimum: 0 };
const time = { type: 'string', format: 'date-time' };
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const list = (items: Schema): Schema => ({ type: 'array', items });
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
/** An object all of whose named fields are there; more may be. */
const object = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});
const listOf = (name: string, schema: string, more: Readonly<Record<string, Schema>> = {}): Schema =>
  object({ total: count, [name]: list(ref(schema)), ...more });

/** What a client writes: a request's body, or its query. */
export const input = (schema: z.ZodMiniType): Schema => {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
};

const source = object({ kind: { enum: ['product', 'scenario', 'upload'] }, id: text, name: text });
const timePlace = { field: orNull(text), format: { enum: [...TIME_FORMATS] } };
const choosable = { id: text, name: text, description: text, allowed: flag, reason: orNull(text) };

/** The shapes of the API by name: bodies of requests from their schemas, answers as they are told. */
export const SCHEMAS: Readonly<Record<string, Schema>> = {
  SessionInput: input(sessionSchema),
  DestinationInput: input(destinationSchema),
  GenerateInput: input(generateSchema),
  SendInput: input(sendSchema),
  ParseInput: input(parseSchema),
  UploadChange: input(uploadPatchSchema),
  ScenarioInput: input(customScenarioSchema),
  Problem: object({ type: text, title: text, status: { type: 'integer' }, detail: text, code: text, instance: text }),
  FieldError: object({ field: text, message: text }),
  Health: object({ status: { const: 'healthy' }, service: { const: 'backend' } }),
  Session: object({
    session_id: text,
    user_id: text,
    expires_at: orNull(time),
    revision: orNull(text),
    features: { type: 'object' },
    messages: list({ type: 'object' }),
    usage: object({ events_sent: count, events_reserved: count, events_left: orNull(count) }),
  }),
  ContentProblem: object({ file: text, line: orNull(count), column: orNull(count), reason: text }),
  Product: object({
    ...choosable,
    vendor: object({ id: text, name: text }),
    category: text,
    references: list(text),
    format: text,
    malicious_share: { type: 'number', minimum: 0, maximum: 1 },
    events: list(object({ id: text, name: text, weight: { type: 'number' }, malicious: flag, mitre: list(text) })),
  }),
  ProductInFull: {
    allOf: [
      ref('Product'),
      object({ events: list(object({ id: text, variables: list(object({ name: text, value: {} })) })) }),
    ],
  },
  Products: listOf('products', 'Product', { problems: list(ref('ContentProblem')) }),
  Reloaded: object({ products: count, scenarios: count, problems: list(ref('ContentProblem')) }),
  Parser: object({ product: text, reads: text, fields: { type: 'object' } }),
  Scenario: object({
    ...choosable,
    default_count: count,
    lasts_s: { type: 'number', minimum: 0 },
    left_out: list(text),
    custom: flag,
    problems: list(ref('FieldError')),
    phases: list(
      object({
        id: text,
        name: text,
        description: text,
        mitre: list(text),
        wait: text,
        lasts: text,
        events: count,
        steps: list(
          object({
            product: object({ id: text, name: text }),
            event: object({ id: text, name: text }),
            count,
            malicious: flag,
          }),
        ),
      }),
    ),
  }),
  ScenarioSource: input(scenarioSchema),
  TriedScenario: object({ errors: list(ref('FieldError')), seed: text, events: list(ref('PreviewEvent')) }),
  Scenarios: listOf('scenarios', 'Scenario', { problems: list(ref('ContentProblem')) }),
  PreviewEvent: object({
    time,
    product_id: text,
    event_id: text,
    event_name: text,
    malicious: flag,
    mitre: list(text),
    severity: { type: 'integer', minimum: 0, maximum: 7 },
    raw: text,
    parsed: orNull({ type: 'object' }),
  }),
  Preview: object({ source, seed: text, base_time: time, total: count, events: list(ref('PreviewEvent')) }),
  FieldMeanings: { type: 'object', additionalProperties: text },
  Parsed: object({
    total: count,
    read: count,
    records: list(
      object({
        raw: text,
        product_id: orNull(text),
        also: list(text),
        fields: { type: 'object' },
        error: orNull(text),
      }),
    ),
  }),
  Destination: object({
    id: text,
    name: text,
    type: { enum: ['syslog', 'hec'] },
    refused: orNull(text),
    created_at: time,
    updated_at: time,
  }),
  Destinations: listOf('destinations', 'Destination', {
    egress: object({ mode: { enum: [...EGRESS_MODES] }, networks: list(text), message: orNull(text) }),
  }),
  TestResult: object({ ok: flag, message: text, took_ms: count }),
  Upload: object({
    id: text,
    name: text,
    size_bytes: count,
    format: { enum: ['jsonl', 'json', 'csv', 'text'] },
    events: count,
    columns: orNull(list(text)),
    time: orNull(object({ ...timePlace, first: time, last: time, missing: count, newest_first: flag })),
    time_choices: list(object(timePlace)),
    sourcetype: text,
    created_at: time,
  }),
  Uploads: listOf('uploads', 'Upload', {
    limits: object({ file_bytes: count, total_bytes: count, files: count }),
  }),
  UploadPage: object({
    total: count,
    offset: count,
    events: list(
      object({
        index: count,
        time: orNull(time),
        line: text,
        is_cut: flag,
        time_at: orNull(object({ start: count, end: count })),
      }),
    ),
  }),
  Send: object({
    id: text,
    destination: object({ id: text, name: text }),
    source,
    state: { enum: ['queued', 'running', 'paused', 'completed', 'failed', 'cancelled', 'stopped', 'interrupted'] },
    total: orNull(count),
    sent: count,
    acknowledged: orNull(count),
    failed: count,
    unknown: count,
    rate: orNull({ type: 'number' }),
    seed: text,
    base_time: orNull(time),
    plan: { type: 'object' },
    phase: orNull(text),
    next_at: orNull(time),
    error: orNull(text),
    created_at: time,
    started_at: orNull(time),
    ended_at: orNull(time),
  }),
  Sends: listOf('sends', 'Send'),
  SendResult: object({
    send: ref('Send'),
    events: count,
    malicious: count,
    mitre: list(text),
    first_at: orNull(time),
    last_at: orNull(time),
    tallies: list(
      object({
        phase: orNull(text),
        product_id: text,
        event_id: text,
        event_name: text,
        malicious: flag,
        mitre: list(text),
        events: count,
        first_at: time,
        last_at: time,
      }),
    ),
    listed: count,
  }),
  SentPage: object({
    listed: count,
    events: list(object({ index: count, time, product_id: text, event_name: text, malicious: flag, raw: text })),
    next: orNull(count),
  }),
};

/** Parameters of a query by its schema: what each means, and an example. */
export const parametersOf = (
  schema: z.ZodMiniType,
  words: Readonly<Record<string, readonly [description: string, example: unknown]>>,
): Parameter[] => {
  const { properties } = input(schema) as { properties: Readonly<Record<string, Schema>> };
  return Object.entries(properties).map(([name, told]) => {
    const [description = '', example] = words[name] ?? [];
    return { name, description, schema: told, example };
  });
};
