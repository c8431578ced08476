import type { Encoding } from '../catalogue/product.schema';
import { textOf } from './template';

/** An event's values, before they take the form of a line. */
export interface Encodable {
  readonly fields: Readonly<Record<string, unknown>>;
  /** CEF: `class_id`, `name`, `severity`; LEEF: `event_id`. */
  readonly header: Readonly<Record<string, unknown>>;
  /** The whole line, for the format `text`. */
  readonly message: string;
}

/** The event as one line, without a syslog header. */
export function encode(encoding: Encoding, event: Encodable): string {
  const values = Object.entries(event.fields);
  if (encoding.format === 'json') return JSON.stringify(event.fields);
  if (encoding.format === 'text') return oneLine(event.message);
  if (encoding.format === 'csv') return values.map(([, value]) => csvValue(value)).join(',');
  if (encoding.format === 'keyvalue') return values.map((pair) => keyValue(pair, encoding.unquoted)).join(' ');

  const device = [encoding.vendor, encoding.product, encoding.version];
  if (encoding.format === 'cef') {
    const { class_id, name, severity } = event.header;
    const extension = values.map(([key, value]) => `${key}=${cefValue(value)}`);
    return `CEF:0|${[...device, class_id, name, severity].map(pipeValue).join('|')}|${extension.join(' ')}`;
  }
  const attributes = values.map(([key, value]) => `${key}=${oneLine(textOf(value)).replaceAll('\t', ' ')}`);
  return `LEEF:1.0|${[...device, event.header['event_id']].map(pipeValue).join('|')}|${attributes.join('\t')}`;
}

/** A line break inside an event would be two events to a syslog receiver. */
export const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ');

/** RFC 4180, on one line. */
function csvValue(value: unknown): string {
  const text = oneLine(textOf(value));
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function keyValue([key, value]: readonly [string, unknown], unquoted: readonly string[]): string {
  const text = oneLine(textOf(value));
  if (typeof value === 'number' || unquoted.includes(key)) return `${key}=${text}`;
  return `${key}="${text.replaceAll(/(["\\])/g, '\\$1')}"`;
}

/** CEF and LEEF headers escape the backslash and the pipe. */
const pipeValue = (value: unknown): string => oneLine(textOf(value)).replaceAll(/([\\|])/g, '\\$1');

/** CEF extensions escape the backslash, the equals sign and line breaks. */
const cefValue = (value: unknown): string =>
  textOf(value)
    .replaceAll(/([\\=])/g, '\\$1')
    .replaceAll(/\r?\n/g, '\\n');
