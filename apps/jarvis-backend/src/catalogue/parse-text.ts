import { setImmediate as breath } from 'node:timers/promises';
import { parseLine } from './parse-line';
import type { ParserFile } from './parser.schema';
import { recognise, type Reading } from './recognise';

export interface ParsedRecord {
  readonly raw: string;
  /** `null` where no parser reads it. */
  readonly product_id: string | null;
  readonly also: readonly string[];
  readonly fields: Reading['fields'];
  /** Why nothing was read. */
  readonly error: string | null;
}

/** A longer record is not read: regular expressions may take long over it. */
export const RECORD_MAX = 32 * 1024;
const NOT_RECOGNISED = 'No parser of this instance reads it.';

/** Reads records with one product's parser. */
export const readWith =
  (product_id: string, parser: ParserFile) =>
  (raw: string, received: Date): ParsedRecord => {
    try {
      return { raw, product_id, also: [], fields: parseLine(parser, raw, received), error: null };
    } catch (error) {
      return unread(raw, `It is not of this product's format: ${(error as Error).message}`);
    }
  };

/** Reads records with whichever parser fits; those that fitted before are tried first. */
export function readWithAny(parsers: ReadonlyMap<string, ParserFile>) {
  const fitted = new Map<string, ParserFile>();
  const enough = new Map<string, number>();
  return (raw: string, received: Date): ParsedRecord => {
    const known = recognise(raw, fitted, received);
    // What reads as much as it did when it was chosen out of all need not be compared with all again.
    const holds = known && Object.keys(known.fields).length >= (enough.get(known.product_id) ?? Infinity);
    const reading = holds ? known : recognise(raw, parsers, received);
    if (!reading) return unread(raw, NOT_RECOGNISED);
    fitted.set(reading.product_id, parsers.get(reading.product_id)!);
    const least = Math.min(enough.get(reading.product_id) ?? Infinity, Object.keys(reading.fields).length);
    enough.set(reading.product_id, least);
    return { raw, error: null, ...reading };
  };
}

/** Reads all records in their order, with breaks for others. */
export async function readAll(
  records: readonly string[],
  read: (raw: string, received: Date) => ParsedRecord,
): Promise<ParsedRecord[]> {
  const received = new Date();
  const done: ParsedRecord[] = [];
  for (const raw of records) {
    done.push(raw.length > RECORD_MAX ? tooLong(raw) : read(raw, received));
    if (done.length % 5 === 0) await breath();
  }
  return done;
}

const unread = (raw: string, error: string): ParsedRecord => ({ raw, product_id: null, also: [], fields: {}, error });

const tooLong = (raw: string): ParsedRecord =>
  unread(`${raw.slice(0, 200)}…`, `It has ${raw.length} characters; up to ${RECORD_MAX} are read.`);
