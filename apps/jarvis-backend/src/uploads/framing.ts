/** How a file holds its events: `jsonl` and `text` one a line, `csv` one a record, `json` as objects in an array or one after the other. */
export type UploadFormat = 'jsonl' | 'json' | 'csv' | 'text';

export interface Layout {
  readonly format: UploadFormat;
  /** Where events begin, in bytes: behind a header. */
  readonly start: number;
  /** Names of a CSV file's columns, else `null`. */
  readonly columns: readonly string[] | null;
  /** Between the fields of a CSV file, else `null`. */
  readonly delimiter: string | null;
}

/** One event in a buffer, and where the next may begin. */
export interface Frame {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** The next event from `from` on; `undefined` where it is not complete. With `isLast`, no more bytes follow. */
export type Framing = (bytes: Buffer, from: number, isLast: boolean) => Frame | undefined;

const FEED = 10;
const RETURN = 13;
const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;
/** What may stand between the objects of a JSON document: space, commas, and the brackets around them. */
export const BETWEEN: ReadonlySet<number> = new Set(Buffer.from(' \t\r\n,[]}'));

export function framingOf({ format, delimiter }: Pick<Layout, 'format' | 'delimiter'>): Framing {
  if (format === 'json') return jsonFrame;
  return format === 'csv' ? csvFraming(delimiter ?? ',') : lineFrame;
}

const lineFrame: Framing = (bytes, from, isLast) => frameUpTo(bytes, from, bytes.indexOf(FEED, from), isLast);

function frameUpTo(bytes: Buffer, start: number, feed: number, isLast: boolean): Frame | undefined {
  if (feed < 0 && (!isLast || start >= bytes.length)) return undefined;
  const stop = feed < 0 ? bytes.length : feed;
  const end = stop > start && bytes[stop - 1] === RETURN ? stop - 1 : stop;
  return { start, end, next: feed < 0 ? stop : stop + 1 };
}

/** A quote opens at the beginning of a field only; line breaks until it closes are the record's own. */
const csvFraming = (delimiter: string): Framing => {
  const between = delimiter.charCodeAt(0);
  return (bytes, from, isLast) => {
    let [isQuoted, isFieldStart] = [false, true];
    for (let at = from; at < bytes.length; at += 1) {
      if (isQuoted) {
        at = bytes.indexOf(QUOTE, at);
        if (at < 0) return undefined;
        if (bytes[at + 1] === QUOTE) at += 1;
        else isQuoted = false;
        continue;
      }
      if (bytes[at] === FEED) return frameUpTo(bytes, from, at, isLast);
      isQuoted = bytes[at] === QUOTE && isFieldStart;
      isFieldStart = bytes[at] === between;
    }
    return isQuoted ? undefined : frameUpTo(bytes, from, -1, isLast);
  };
};

const jsonFrame: Framing = (bytes, from) => {
  let start = from;
  while (start < bytes.length && BETWEEN.has(bytes[start]!)) start += 1;
  let depth = 0;
  for (let at = start; at < bytes.length; at += 1) {
    if (bytes[at] === QUOTE) {
      at = closingQuote(bytes, at);
      if (at < 0) return undefined;
    } else if (bytes[at] === OPEN) depth += 1;
    else if (bytes[at] === CLOSE) depth -= 1;
    if (depth === 0) return { start, end: at + 1, next: at + 1 };
  }
  return undefined;
};

/** Of the string that opens at `from`; below 0 where there is none. */
function closingQuote(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(QUOTE, from + 1);
  while (at >= 0 && isEscaped(bytes, at)) at = bytes.indexOf(QUOTE, at + 1);
  return at;
}

function isEscaped(bytes: Buffer, at: number): boolean {
  let slashes = 0;
  while (bytes[at - 1 - slashes] === BACKSLASH) slashes += 1;
  return slashes % 2 === 1;
}
