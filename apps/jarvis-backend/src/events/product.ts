import type { EventFile, ProductFile } from '../catalogue/product.schema';
import { encode, oneLine } from './encode';
import { BUILT_IN, type Variables } from './scope';
import { syslogLine, syslogPrefix, type SyslogHeader } from './syslog';
import { compileTemplate, textOf, type Json, type Scope, type Template } from './template';

/** An event in all the shapes that destinations want. */
export interface GeneratedEvent {
  readonly time: Date;
  readonly product_id: string;
  readonly event_id: string;
  readonly event_name: string;
  /** Whether the event tells of an attack. */
  readonly malicious: boolean;
  readonly mitre: readonly string[];
  /** Syslog's: 0 is the worst, 7 the least. */
  readonly severity: number;
  readonly phase?: string;
  /** The line in the product's own format, with its syslog header where it has one, without a priority. */
  readonly raw: string;
  /** The line as syslog receivers get it. */
  readonly syslog: string;
  /** The values that the line was made of. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The body for Splunk's HTTP Event Collector. */
  readonly hec: {
    readonly host: string;
    readonly source: string;
    readonly sourcetype: string;
    readonly event: unknown;
  };
}

export interface Product {
  readonly file: ProductFile;
  readonly vars: Variables;
  readonly events: ReadonlyMap<string, ProductEvent>;
}

export interface ProductEvent {
  readonly file: EventFile;
  readonly vars: Variables;
  render(scope: Scope): GeneratedEvent;
}

/** Compiles a product file; throws an `Error` that names the event and what is wrong with it. */
export function compileProduct(file: ProductFile): Product {
  const events = new Map(file.events.map((event) => [event.id, naming(event.id, () => compileEvent(file, event))]));
  if (events.size < file.events.length) throw new Error('Two events have the same id');
  return { file, vars: compileVariables(file.vars, namesOf(file)), events };
}

/** Names that templates of the product, or of one of its events, may use. */
const namesOf = (...holders: readonly { vars: Record<string, Json> }[]): Set<string> =>
  new Set([...BUILT_IN, ...holders.flatMap(({ vars }) => Object.keys(vars))]);

export const compileVariables = (vars: Record<string, Json>, known: ReadonlySet<string>): Variables =>
  new Map(Object.entries(vars).map(([name, source]) => [name, naming(name, () => compileTemplate(source, known))]));

function compileEvent(product: ProductFile, event: EventFile): ProductEvent {
  const known = namesOf(product, event);
  const compile = (source: Json | undefined): Template => compileTemplate(source ?? null, known);
  const fields = compile({ ...product.fields, ...event.fields });
  const header = compile(event.header);
  const message = compile(event.message ?? '');
  const prefix = compile(product.encoding.prefix ?? '');
  const host = compile(product.host);
  const envelope = compileEnvelope(product, event, compile);
  if (product.encoding.format === 'text' && !event.message) throw new Error('A text event needs a message');
  const added = Object.keys(event.fields).find((name) => !Object.hasOwn(product.fields, name));
  if (product.encoding.format === 'w3c' && added) throw new Error(`The product's fields have no column ${added}`);

  return {
    file: event,
    vars: compileVariables(event.vars, known),
    render: (scope) => {
      const values = fields(scope) as Record<string, unknown>;
      const before = oneLine(textOf(prefix(scope)));
      const encoded = encode(product.encoding, {
        fields: values,
        header: header(scope) as Record<string, unknown>,
        message: String(message(scope)),
      });
      const line = before + encoded;
      const hostName = String(host(scope));
      const syslog = envelope(scope, hostName);
      const raw = product.syslog ? oneLine(syslogPrefix(syslog, scope.time) + line) : line;
      return {
        time: scope.time,
        product_id: product.id,
        event_id: event.id,
        event_name: event.name,
        malicious: event.malicious,
        mitre: event.mitre,
        severity: syslog.severity,
        raw,
        syslog: syslogLine(syslog, scope.time, line),
        fields: values,
        hec: {
          host: hostName,
          source: product.splunk.source ?? product.id,
          sourcetype: event.sourcetype ?? product.splunk.sourcetype,
          event: product.encoding.format === 'json' && before === '' ? values : raw,
        },
      };
    },
  };
}

/** The syslog header; a product that does not speak syslog itself is wrapped as RFC 5424 asks, under its own name. */
function compileEnvelope(product: ProductFile, event: EventFile, compile: (source: Json | undefined) => Template) {
  const header = product.syslog?.header ?? 'rfc5424';
  const facility = product.syslog?.facility ?? 16;
  const severity = compile(event.severity ?? product.syslog?.severity ?? 6);
  const app = compile(product.syslog ? product.syslog.app : product.id);
  const procid = compile(product.syslog?.procid);
  const msgid = compile(product.syslog?.msgid);
  const time = compile(product.syslog?.time);
  const elements = { ...product.syslog?.structured_data, ...event.structured_data };
  if (header !== 'rfc5424' && Object.keys(elements).length > 0)
    throw new Error('Only a header of rfc5424 has structured_data');
  const structuredData = compile(elements);
  return (scope: Scope, host: string): SyslogHeader => ({
    header,
    facility,
    severity: Math.min(7, Math.max(0, Number(severity(scope)))),
    host,
    app: textOrNothing(app(scope)),
    procid: textOrNothing(procid(scope)),
    msgid: textOrNothing(msgid(scope)),
    time: textOrNothing(time(scope)),
    structured_data: structuredTexts(structuredData(scope)),
  });
}

const structuredTexts = (elements: unknown): Record<string, Record<string, string>> =>
  Object.fromEntries(
    Object.entries(elements as Record<string, Record<string, unknown>>).map(([id, parameters]) => [
      id,
      Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, textOf(value)])),
    ]),
  );

const textOrNothing = (value: unknown): string | undefined =>
  value === null || value === undefined ? undefined : textOf(value);

/** Adds where it happened to an error's message. */
export function naming<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
  }
}
