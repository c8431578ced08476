import { csvRecords, type CsvRecord } from './roster-records';

const DELIMITERS = [',', ';', '\t'];
/** What the column of user ids may be called; the first of these that is there is it, the others are metadata. */
const USER_NAMES = ['user_id', 'user', 'email', 'e-mail', 'name'];

export type Column =
  | { readonly kind: 'user_id' | 'hours' | 'count'; readonly name: string }
  | { readonly kind: 'metadata'; readonly name: string };

export interface Header {
  readonly delimiter: string;
  readonly record: CsvRecord;
  readonly columns: readonly Column[];
}

/** The header of a text, which tells its delimiter, too: that by which a column of user ids is found. `undefined` where there is none. */
export function findHeader(text: string): Header | undefined {
  const found = DELIMITERS.flatMap((delimiter) => {
    const [record] = csvRecords(text, delimiter, 1);
    const columns = record === undefined ? undefined : columnsOf(record.cells);
    return record === undefined || columns === undefined ? [] : [{ delimiter, record, columns }];
  });
  return found.toSorted((a, b) => b.columns.length - a.columns.length)[0];
}

/** `undefined` where no column holds user ids. */
function columnsOf(cells: readonly string[]): Column[] | undefined {
  const names = cells.map((cell) => cell.toLowerCase().replace(/\s+/g, '_'));
  const userName = USER_NAMES.find((name) => names.includes(name));
  if (userName === undefined) return undefined;
  const first = (name: string) => names.indexOf(name);
  return cells.map((cell, i) => {
    const name = names[i] ?? '';
    const isFirst = first(name) === i;
    if (name === userName && isFirst) return { kind: 'user_id', name: cell };
    if ((name === 'hours' || name === 'count') && isFirst) return { kind: name, name: cell };
    return { kind: 'metadata', name: cell };
  });
}
