import type { GeneratedEvent } from '../events/product';
import type { SendSource } from '../sends/send.types';

export const FORMATS = ['jsonl', 'csv', 'raw'] as const;
export type Format = (typeof FORMATS)[number];

const COLUMNS = [
  'time',
  'product_id',
  'event_id',
  'event_name',
  'phase',
  'malicious',
  'severity',
  'mitre',
  'raw',
] as const;

const TYPES: Readonly<Record<Format, string>> = {
  jsonl: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  raw: 'text/plain; charset=utf-8',
};

/** What a file with events of a source is called, without an extension. */
export const fileNameOf = ({ kind, id, name }: SendSource): string =>
  kind === 'upload' ? name.replace(/(?<=.)\.\w+$/, '') : id;

/**
 * A download of events, made as fast as it is taken; `name` is that of its file, without an extension. Rejects with what goes wrong
 * with the first event: later it could only be told by breaking off.
 */
export async function download(
  events: AsyncGenerator<GeneratedEvent>,
  format: Format,
  name: string,
): Promise<Response> {
  const begun = await begin(events);
  const file = `${name.replaceAll(/[^\w.-]+/g, '_')}.${format === 'raw' ? 'log' : format}`;
  return new Response(ReadableStream.from(encoded(serialise(begun, format))), {
    headers: { 'Content-Type': TYPES[format], 'Content-Disposition': `attachment; filename="${file}"` },
  });
}

/** The same events, of which the first is made already. */
async function begin(events: AsyncGenerator<GeneratedEvent>): Promise<AsyncGenerator<GeneratedEvent>> {
  const first = await events.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* events;
  })();
}

/**
 * The lines of a file. JSON lines have a row and the event's `fields` as an object, CSV (RFC 4180) has a row with a header before the
 * first, several techniques with spaces between them; raw lines are as the products write them.
 */
export async function* serialise(events: AsyncIterable<GeneratedEvent>, format: Format): AsyncGenerator<string> {
  if (format === 'csv') yield `${COLUMNS.join(',')}\r\n`;
  for await (const event of events) {
    if (format === 'raw') yield `${event.raw}\n`;
    else if (format === 'jsonl') yield `${JSON.stringify({ ...rowOf(event), fields: event.fields })}\n`;
    else yield `${csvRow(event)}\r\n`;
  }
}

const rowOf = (event: GeneratedEvent): object =>
  Object.fromEntries(COLUMNS.map((column) => [column, event[column] ?? null]));

const csvRow = (event: GeneratedEvent): string => COLUMNS.map((column) => csvValue(event[column])).join(',');

function csvValue(value: GeneratedEvent[(typeof COLUMNS)[number]]): string {
  const text =
    value instanceof Date ? value.toISOString() : Array.isArray(value) ? value.join(' ') : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const CHUNK = 64 * 1024;

/** Texts put together into chunks that are worth sending. */
async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting = '';
  for await (const text of texts) {
    waiting += text;
    if (waiting.length < CHUNK) continue;
    yield encoder.encode(waiting);
    waiting = '';
  }
  if (waiting) yield encoder.encode(waiting);
}
