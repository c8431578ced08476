import { csvValues } from './csv-record';
import { framingOf, type Layout } from './framing';
import { TIME_FORMATS, Timestamp } from './timestamp';

const DELIMITERS = [',', ';', '\t', '|'];
const SAMPLED = 20;
/** A few broken lines do not make a file of JSON lines another one. */
const MOST = 0.8;
const COLUMN_NAME_MAX = 100;

/** How a file holds its events, from its first bytes; with `isWhole` they are all. */
export const detectLayout = (head: Buffer, isWhole: boolean): Layout =>
  jsonLayout(head, isWhole) ?? csvLayout(head, isWhole) ?? plain('text', 0);

/** An event, and where the next may begin, in bytes. */
export interface HeadRecord {
  readonly text: string;
  readonly next: number;
}

/** The first whole events of `head`, at most `count`; blank ones are none. */
export function firstRecords(
  head: Buffer,
  layout: Pick<Layout, 'format' | 'delimiter' | 'start'>,
  isWhole: boolean,
  count: number,
): HeadRecord[] {
  const framing = framingOf(layout);
  const records: HeadRecord[] = [];
  let frame = framing(head, layout.start, isWhole);
  while (frame && records.length < count) {
    const text = head.toString('utf8', frame.start, frame.end);
    if (text.trim() !== '') records.push({ text, next: frame.next });
    frame = framing(head, frame.next, isWhole);
  }
  return records;
}

/** `undefined` for what is no JSON object. */
export function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const plain = (format: Layout['format'], start: number): Layout => ({ format, start, columns: null, delimiter: null });

function jsonLayout(head: Buffer, isWhole: boolean): Layout | undefined {
  const begin = head.toString('utf8', 0, 1000);
  // As AWS CloudTrail writes its files.
  const [wrapper] = /^\s*\{\s*"Records"\s*:\s*\[/.exec(begin) ?? [];
  if (wrapper !== undefined) return plain('json', wrapper.length);
  if (/^\s*\[\s*[{\]]/.test(begin)) return plain('json', 0);
  if (!/^\s*\{/.test(begin)) return undefined;
  const lines = firstRecords(head, plain('text', 0), isWhole, SAMPLED);
  const objects = lines.filter(({ text }) => jsonObject(text) !== undefined);
  if (lines.length > 0 && objects.length >= lines.length * MOST) return plain('jsonl', 0);
  const [first] = firstRecords(head, plain('json', 0), isWhole, 1);
  return first && jsonObject(first.text) ? plain('json', 0) : undefined;
}

/** A CSV file has a header, and as many fields in its records; without a header its records are lines of text. */
function csvLayout(head: Buffer, isWhole: boolean): Layout | undefined {
  for (const delimiter of DELIMITERS) {
    const [header, ...records] = firstRecords(head, { format: 'csv', delimiter, start: 0 }, isWhole, SAMPLED);
    if (!header || records.length === 0) continue;
    const columns = csvValues(header.text, delimiter);
    const fitting = records.filter(({ text }) => csvValues(text, delimiter).length === columns.length);
    if (isHeader(columns) && fitting.length >= records.length * MOST)
      return { format: 'csv', start: header.next, columns, delimiter };
  }
  return undefined;
}

const isHeader = (names: readonly string[]): boolean =>
  names.length > 1 && new Set(names).size === names.length && names.every((name) => isColumnName(name.trim()));

const isColumnName = (name: string): boolean =>
  name !== '' && name.length <= COLUMN_NAME_MAX && Number.isNaN(Number(name)) && !hasTime(name);

const hasTime = (text: string): boolean =>
  TIME_FORMATS.some((format) => new Timestamp(format, Date.now()).find(text) !== undefined);
