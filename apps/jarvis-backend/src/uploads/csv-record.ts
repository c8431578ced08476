import type { Span } from './find-scalar';

/** Where the fields of a CSV record stand, without the quotes around them. */
export function csvSpans(record: string, delimiter: string): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at <= record.length; at += 1) {
    const span = record[at] === '"' ? quotedSpan(record, at + 1) : plainSpan(record, at, delimiter);
    spans.push(span);
    const next = record.indexOf(delimiter, span.end);
    if (next < 0) break;
    at = next;
  }
  return spans;
}

/** The fields of a CSV record as texts. */
export const csvValues = (record: string, delimiter: string): string[] =>
  csvSpans(record, delimiter).map(({ start, end }) => record.slice(start, end).replaceAll('""', '"'));

function plainSpan(record: string, start: number, delimiter: string): Span {
  const end = record.indexOf(delimiter, start);
  return { start, end: end < 0 ? record.length : end };
}

function quotedSpan(record: string, start: number): Span {
  let end = record.indexOf('"', start);
  while (end >= 0 && record[end + 1] === '"') end = record.indexOf('"', end + 2);
  return { start, end: end < 0 ? record.length : end };
}
