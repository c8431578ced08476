import type { EventFile, ProductFile } from '../catalogue/product.schema';
import { encode, oneLine } from './encode';
import { EVENT_BYTES_MAX } from './limits';
import { below, naming, PlacedError, placing, type Path } from './placed-error';
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

/** What an answer of the API tells of an event: not its shapes for destinations. */
export function told({ hec: _hec, syslog: _syslog, fields: _fields, ...event }: GeneratedEvent) {
  return event;
}

export interface Product {
  readonly file: ProductFile;
  readonly vars: Variables;
  readonly events: ReadonlyMap<string, ProductEvent>;
}

type Compile = (source: Json | undefined, place: Path) => Template;

export interface ProductEvent {
  readonly file: EventFile;
  readonly vars: Variables;
  render(scope: Scope): GeneratedEvent;
}

/** Compiles a product file; throws a `PlacedError` that names the event and what is wrong with it. */
export function compileProduct(file: ProductFile): Product {
  const events = new Map<string, ProductEvent>();
  file.events.forEach((event, index) => {
    const place = ['events', index] as const;
    if (events.has(event.id)) throw new PlacedError('Two events have the same id', [...place, 'id'], true);
    events.set(
      event.id,
      naming(event.id, () => placing(place, () => compileEvent(file, event, place))),
    );
  });
  return { file, vars: compileVariables(file.vars, namesOf(file), ['vars']), events };
}

/** Names that templates of the product, or of one of its events, may use. */
const namesOf = (...holders: readonly { vars: Record<string, Json> }[]): Set<string> =>
  new Set([...BUILT_IN, ...holders.flatMap(({ vars }) => Object.keys(vars))]);

/** `place` is where the file has them. */
export const compileVariables = (vars: Record<string, Json>, known: ReadonlySet<string>, place: Path): Variables =>
  new Map(
    Object.entries(vars).map(([name, source]) => [
      name,
      naming(name, () => compilePlaced(source, known, [...place, name])),
    ]),
  );

/** What goes wrong in it, now or when it is rendered, is of the place `place` of the file. */
function compilePlaced(source: Json, known: ReadonlySet<string>, place: Path): Template {
  const template = placing(place, () => compileTemplate(source, known));
  return (scope) => {
    try {
      return template(scope);
    } catch (error) {
      throw below(error, place);
    }
  };
}

function compileEvent(product: ProductFile, event: EventFile, place: Path): ProductEvent {
  const known = namesOf(product, event);
  const compile: Compile = (source, at) => compilePlaced(source ?? null, known, at);
  const fields = compileFields(product, event, compile, place);
  const header = compile(event.header, [...place, 'header']);
  const message = compile(event.message ?? '', [...place, 'message']);
  const prefix = compile(product.encoding.prefix ?? '', ['encoding', 'prefix']);
  const suffix = compile(product.encoding.suffix ?? '', ['encoding', 'suffix']);
  const host = compile(product.host, ['host']);
  const envelope = compileEnvelope(product, event, compile, place);
  if (product.encoding.format === 'text' && !event.message) throw new Error('A text event needs a message');
  const added = Object.keys(event.fields).find((name) => !Object.hasOwn(product.fields, name));
  if (product.encoding.format === 'w3c' && added)
    throw new PlacedError(`The product's fields have no column ${added}`, [...place, 'fields', added], true);

  return {
    file: event,
    vars: compileVariables(event.vars, known, [...place, 'vars']),
    render: (scope) => {
      const values = fields(scope);
      const [before, after] = [prefix(scope), suffix(scope)].map((value) => oneLine(textOf(value)));
      const encoded = encode(product.encoding, {
        fields: values,
        header: header(scope) as Record<string, unknown>,
        message: String(message(scope)),
      });
      const line = `${before}${encoded}${after}`;
      const hostName = String(host(scope));
      const syslog = envelope(scope, hostName);
      const raw = product.syslog ? oneLine(syslogPrefix(syslog, scope.time) + line) : line;
      if (isTooLarge(raw)) throw new Error(`The event has more than ${EVENT_BYTES_MAX} bytes`);
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
          event: product.encoding.format === 'json' && line === encoded ? values : raw,
        },
      };
    },
  };
}

/** Bytes are only counted where they could be too many. */
const isTooLarge = (text: string): boolean =>
  text.length * 3 > EVENT_BYTES_MAX && Buffer.byteLength(text) > EVENT_BYTES_MAX;

/** A severity that is no number would be no syslog line. */
function severityOf(value: unknown): number {
  const severity = Number(value);
  if (!Number.isInteger(severity)) throw new Error(`${textOf(value).slice(0, 40)} is no severity from 0 to 7`);
  return Math.min(7, Math.max(0, severity));
}

/** The product's fields and the event's, each with its place in the file. */
function compileFields(product: ProductFile, event: EventFile, compile: Compile, place: Path) {
  const templates = Object.entries({ ...product.fields, ...event.fields }).map(([name, source]) => {
    const at = Object.hasOwn(event.fields, name) ? [...place, 'fields', name] : ['fields', name];
    return [name, compile(source, at)] as const;
  });
  return (scope: Scope): Record<string, unknown> => {
    const values: Record<string, unknown> = {};
    for (const [name, template] of templates) {
      const value = template(scope);
      if (value !== undefined) values[name] = value;
    }
    return values;
  };
}

/** The syslog header; a product that does not speak syslog itself is wrapped as RFC 5424 asks, under its own name. */
function compileEnvelope(product: ProductFile, event: EventFile, compile: Compile, place: Path) {
  const header = product.syslog?.header ?? 'rfc5424';
  const facility = product.syslog?.facility ?? 16;
  const severity = compile(
    event.severity ?? product.syslog?.severity ?? 6,
    event.severity === undefined ? ['syslog', 'severity'] : [...place, 'severity'],
  );
  const app = compile(product.syslog ? product.syslog.app : product.id, ['syslog', 'app']);
  const procid = compile(product.syslog?.procid, ['syslog', 'procid']);
  const msgid = compile(product.syslog?.msgid, ['syslog', 'msgid']);
  const time = compile(product.syslog?.time, ['syslog', 'time']);
  const elements = { ...product.syslog?.structured_data, ...event.structured_data };
  if (header !== 'rfc5424' && Object.keys(elements).length > 0)
    throw new PlacedError('Only a header of rfc5424 has structured_data', ['syslog', 'structured_data'], true);
  const structuredData = compile(elements, ['syslog', 'structured_data']);
  return (scope: Scope, host: string): SyslogHeader => ({
    header,
    facility,
    severity: severityOf(severity(scope)),
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
      Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, oneLine(textOf(value))])),
    ]),
  );

const textOrNothing = (value: unknown): string | undefined =>
  value === null || value === undefined ? undefined : textOf(value);
