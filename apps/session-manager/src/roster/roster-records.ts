import { parse, type ParseError } from 'papaparse';

/** One record of a CSV text. */
export interface CsvRecord {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** What is wrong with its quotation marks. */
  readonly error?: string;
}

const QUOTES: Partial<Record<ParseError['code'], string>> = {
  MissingQuotes: 'a quotation mark is opened in this row and never closed',
  InvalidQuotes: 'a quotation mark inside a quoted field must be doubled, and nothing may follow the closing one',
};

/** One kind of line end, and no byte order mark. */
export const plainLines = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/** The records of a text with plain lines (RFC 4180); at most `most` of them, blank ones left out. */
export function csvRecords(text: string, delimiter: string, most = Infinity): CsvRecord[] {
  const records: CsvRecord[] = [];
  let [line, read] = [1, 0];
  parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      const error = errors.map(({ code }) => QUOTES[code]).find((words) => words !== undefined);
      const cells = data.map((cell) => cell.trim());
      if (error !== undefined || cells.some((cell) => cell !== ''))
        records.push({ line, cells, ...(error && { error }) });
      line += newlines(text, read, meta.cursor);
      read = meta.cursor;
      if (records.length >= most) parser.abort();
    },
  });
  return records;
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
