const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** A CSV text (RFC 4180). Every cell is quoted, so that none is taken for a separator, a line's end or a number. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');

/** The same cell as a spreadsheet shows it: one that looks like a formula would be run. */
export const formulaSafe = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** A record as it stands in a text, and the line it begins on, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly text: string;
}

/** The records of a CSV text; a line's end within quotes does not end a record. Empty lines are left out. */
export const recordsOf = (csv: string): CsvRecord[] => {
  const records: CsvRecord[] = [];
  let open: CsvRecord | undefined;
  for (const [index, text] of csv.split(/\r\n|\n|\r/).entries()) {
    open = open ? { line: open.line, text: `${open.text}\n${text}` } : { line: index + 1, text };
    if ((open.text.match(/"/g)?.length ?? 0) % 2 === 1) continue;
    if (open.text.trim() !== '') records.push(open);
    open = undefined;
  }
  return open ? [...records, open] : records;
};

/** The header, where there is one, and the records that begin on `lines`. `known` are all lines that were taken for rows. */
export const pickRows = (csv: string, lines: ReadonlySet<number>, known: ReadonlySet<number>): string => {
  const [first, ...rest] = recordsOf(csv);
  if (!first) return '';
  const kept = rest.filter(({ line }) => lines.has(line));
  const head = !known.has(first.line) || lines.has(first.line) ? [first] : [];
  return [...head, ...kept].map(({ text }) => `${text}\n`).join('');
};
