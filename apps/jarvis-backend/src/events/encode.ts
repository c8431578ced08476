import type { Encoding } from '../catalogue/encoding.schema';
import { encodeXml } from './encode-xml';
import { textOf } from './template';

/** An event's values, before they take the form of a line. */
export interface Encodable {
  readonly fields: Readonly<Record<string, unknown>>;
  /** CEF: `class_id`, `name`, `severity`; LEEF: `event_id`. */
  readonly header: Readonly<Record<string, unknown>>;
  /** The whole line, for the format `text`. */
  readonly message: string;
}

type Of<Format extends Encoding['format']> = Extract<Encoding, { format: Format }>;

/** The event as one line, without a syslog header and without the encoding's prefix and suffix. */
export function encode(encoding: Encoding, event: Encodable): string {
  const values = Object.entries(event.fields);
  switch (encoding.format) {
    case 'json':
      return JSON.stringify(event.fields);
    case 'text':
      return oneLine(event.message);
    case 'csv':
      return values.map(([, value]) => csvValue(value, encoding)).join(encoding.delimiter);
    case 'keyvalue':
      return values.map((pair) => keyValue(pair, encoding)).join(encoding.separator);
    case 'cef':
      return cef(encoding, event);
    case 'leef':
      return leef(encoding, event);
    case 'w3c':
      return values.map(([, value]) => w3cValue(value)).join(encoding.separator);
    case 'xml':
      return encodeXml(encoding.root, event.fields, encoding.quote);
  }
}

/** A line break inside an event would be two events to a syslog receiver. */
export const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ');

/** The directive that names the columns of a W3C extended log. */
export const w3cDirective = (fields: Readonly<Record<string, unknown>>, separator: string): string =>
  `#Fields: ${Object.keys(fields).join(separator)}`;

const wantsQuotes = (quote: Of<'csv'>['quote'], value: unknown, needed: boolean): boolean =>
  quote === 'always' || (quote === 'texts' && typeof value !== 'number') || (quote !== 'never' && needed);

/** RFC 4180, on one line. Where nothing is quoted, a delimiter inside a value would be two columns: it becomes a space. */
function csvValue(value: unknown, { delimiter, quote }: Of<'csv'>): string {
  const text = oneLine(textOf(value));
  if (quote === 'never') return text.replaceAll(delimiter, delimiter === ' ' ? '_' : ' ');
  const needed = text.includes(delimiter) || text.includes('"');
  return wantsQuotes(quote, value, needed) ? `"${text.replaceAll('"', '""')}"` : text;
}

const ESCAPES: Readonly<Record<Of<'keyvalue'>['escape'], (text: string) => string>> = {
  backslash: (text) => text.replaceAll(/(["\\])/g, '\\$1'),
  double: (text) => text.replaceAll('"', '""'),
  none: (text) => text.replaceAll('"', "'"),
};

function keyValue([key, value]: readonly [string, unknown], encoding: Of<'keyvalue'>): string {
  const { separator, assign, quote, escape, unquoted } = encoding;
  const text = oneLine(textOf(value));
  const needed = text === '' || /[\s"]/.test(text) || text.includes(separator) || text.includes(assign);
  if (!unquoted.includes(key) && wantsQuotes(quote, value, needed)) return `${key}${assign}"${ESCAPES[escape](text)}"`;
  const mark = separator.trim();
  return `${key}${assign}${mark ? text.replaceAll(mark, ' ') : text}`;
}

function cef({ vendor, product, version, spec }: Of<'cef'>, { fields, header }: Encodable): string {
  const head = [vendor, product, version, header['class_id'], header['name'], header['severity']];
  const extension = Object.entries(fields).map(([key, value]) => `${key}=${cefValue(value)}`);
  return `CEF:${spec}|${head.map(pipeValue).join('|')}|${extension.join(' ')}`;
}

/** CEF and LEEF headers escape the backslash and the pipe. */
const pipeValue = (value: unknown): string => oneLine(textOf(value)).replaceAll(/([\\|])/g, '\\$1');

/** CEF extensions escape the backslash, the equals sign and line breaks; a pipe stays as it is. */
const cefValue = (value: unknown): string =>
  textOf(value)
    .replaceAll(/([\\=])/g, '\\$1')
    .replaceAll(/\r\n|\r|\n/g, '\\n');

/** LEEF has no escape for its delimiter: inside a value it becomes a space. */
function leef(encoding: Of<'leef'>, { fields, header }: Encodable): string {
  const { vendor, product, version, spec } = encoding;
  const delimiter = spec === '2.0' ? encoding.delimiter : '\t';
  const head = [vendor, product, version, header['event_id']].map(pipeValue);
  const attributes = Object.entries(fields).map(
    ([key, value]) => `${key}=${oneLine(textOf(value)).replaceAll('\t', ' ').replaceAll(delimiter, ' ')}`,
  );
  const named = spec === '2.0' ? [...head, leefDelimiter(delimiter)] : head;
  return `LEEF:${spec}|${named.join('|')}|${attributes.join(delimiter)}`;
}

/** A delimiter that cannot be seen, or that is the header's own, is named by its code. */
const leefDelimiter = (delimiter: string): string =>
  /[\u0021-\u007b}~]/.test(delimiter)
    ? delimiter
    : `x${delimiter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** Values of a W3C extended log have no white space, and an absent one is a dash. */
const w3cValue = (value: unknown): string => textOf(value).trim().replaceAll(/\s+/g, '+') || '-';
