import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { ApiDocument, DocumentedAnswer, Endpoint, Schema } from './document';

/** An answer as it was read; `events` where it was a stream of them. */
export interface ReadAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly events?: readonly string[];
}

/** What would only be right if something were away. */
const AWAY = ['redis_unavailable', 'engine_unavailable'];

/** Says how answers differ from what the document describes. */
export class AnswerCheck {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(document: ApiDocument) {
    addFormats.default(this.ajv);
    this.ajv.addSchema({ components: closed(document.components) }, 'contract');
  }

  /** A sentence for each thing that the document does not describe. */
  faultsOf({ responses }: Endpoint, answer: ReadAnswer): string[] {
    const described = responses[answer.status] ?? responses[`${String(answer.status)[0]}XX`] ?? responses['default'];
    if (described === undefined) return [`the status ${answer.status} is not described: ${answer.text.slice(0, 300)}`];
    return [...this.headerFaults(described, answer), ...this.contentFaults(described, answer)];
  }

  private headerFaults({ headers = {} }: DocumentedAnswer, answer: ReadAnswer): string[] {
    return Object.entries(headers).flatMap(([name, { required, schema }]) => {
      const value = answer.headers.get(name);
      if (value === null) return required === true ? [`the header ${name} is missing`] : [];
      const isNumber = schema.type === 'integer' || schema.type === 'number';
      return this.faults(schema, isNumber ? Number(value) : value, `the header ${name}`);
    });
  }

  private contentFaults({ content = {} }: DocumentedAnswer, answer: ReadAnswer): string[] {
    const type = answer.headers.get('content-type')?.split(';')[0]?.trim();
    if (Object.keys(content).length === 0) return answer.text === '' ? [] : ['there is a body, and none is described'];
    const media = type === undefined ? undefined : content[type];
    if (media === undefined) return [`the content type ${type} is not described: ${answer.text.slice(0, 300)}`];
    const schema = media.schema ?? {};
    if (type === 'text/event-stream') {
      return (answer.events ?? []).flatMap((event) => this.jsonFaults(schema, event, 'an event'));
    }
    if (!/[/+]json$/.test(type ?? '')) return this.faults(schema, answer.text, 'the text');
    const problem = type === 'application/problem+json' ? problemFaults(answer, Object.keys(media.examples ?? {})) : [];
    return [...problem, ...this.jsonFaults(schema, answer.text, 'the body')];
  }

  private jsonFaults(schema: Schema, text: string, what: string): string[] {
    try {
      return this.faults(schema, JSON.parse(text), what);
    } catch {
      return [`${what} is no JSON: ${text.slice(0, 300)}`];
    }
  }

  private faults(schema: Schema, value: unknown, what: string): string[] {
    const key = JSON.stringify(schema).replaceAll('"#/', '"contract#/');
    const validate = this.compiled.get(key) ?? this.ajv.compile(closed(JSON.parse(key) as Schema));
    this.compiled.set(key, validate);
    if (validate(value)) return [];
    return [`${what} ${this.ajv.errorsText(validate.errors, { dataVar: '' })}: ${JSON.stringify(value).slice(0, 300)}`];
  }
}

/** Each problem has the status of its answer, and a code that the document shows for it. */
function problemFaults({ status, text }: ReadAnswer, codes: readonly string[]): string[] {
  const { status: said, code = '' } = JSON.parse(text) as { status?: number; code?: string };
  return [
    ...(said === status ? [] : [`the problem's status is ${said} in an answer ${status}`]),
    ...(codes.includes(code) ? [] : [`the code ${code} is not described for ${status}`]),
    ...(AWAY.includes(code) ? [`${code}, although nothing is away`] : []),
  ];
}

/** The same schemas, without room for fields that they do not name. */
function closed<T>(node: T): T {
  if (Array.isArray(node)) return node.map((part: unknown) => closed(part)) as T;
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, part]) => [key, closed<unknown>(part)]));
  const isObject = 'properties' in copy && copy['type'] === 'object' && !('additionalProperties' in copy);
  return (isObject ? { ...copy, additionalProperties: false } : copy) as T;
}
