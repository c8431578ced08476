import { PRINTABLE } from '../http/printable';
import { findHeader, type Column, type Header } from './roster-columns';
import { csvRecords, plainLines, type CsvRecord } from './roster-records';
import { problem, rowOf, rowProblems, shown } from './roster-rows';
import type { BadRowDto, RosterRowDto } from './roster.dto';

const MOST_ROWS = 5_000;
const MOST_COLUMNS = 20;

/** A roster as it was understood: its rows, and those that cannot be used. */
export interface Roster {
  readonly rows: readonly RosterRowDto[];
  readonly badRows: readonly BadRowDto[];
}

/**
 * Reads a roster: CSV with a header that names a column of user ids, or else one user id a line. Whatever is wrong is told with its line
 * and column; the other rows are good.
 */
export function readRoster(csv: string): Roster {
  const text = plainLines(csv);
  const header = findHeader(text);
  const bad = header === undefined ? [] : headerProblems(header);
  if (bad.length > 0) return { rows: [], badRows: bad };
  const records = header === undefined ? lines(text) : csvRecords(text, header.delimiter).slice(1);
  if (records.length === 0) return { rows: [], badRows: [problem(1, null, 'there is no row with a user id')] };
  const columns: readonly Column[] = header?.columns ?? [{ kind: 'user_id', name: 'user_id' }];
  const rows: RosterRowDto[] = [];
  const badRows: BadRowDto[] = [];
  for (const record of records.slice(0, MOST_ROWS)) {
    const problems = rowProblems(record, columns);
    if (problems.length > 0) badRows.push(...problems);
    else rows.push(rowOf(record, columns));
  }
  const [next] = records.slice(MOST_ROWS);
  if (next !== undefined) {
    const words = `a roster may have ${MOST_ROWS} rows and this one has ${records.length}: send the rest from here on as another one`;
    badRows.push(problem(next.line, null, words));
  }
  return { rows, badRows };
}

/** The rows that ask for more than one user may have, with what the user `held` before and the rows above; the others stay good. */
export function withinUserCap({ rows, badRows }: Roster, held: ReadonlyMap<string, number>, cap: number): Roster {
  const used = new Map(held);
  const good: RosterRowDto[] = [];
  const over: BadRowDto[] = [];
  for (const row of rows) {
    const before = used.get(row.user_id) ?? 0;
    if (before + row.count <= cap) {
      used.set(row.user_id, before + row.count);
      good.push(row);
    } else {
      const had = before === 0 ? '' : ` and has ${before} already or by the rows above`;
      const words = `one user may have ${cap} ${cap === 1 ? 'session' : 'sessions'} at a time; ${shown(row.user_id)} would get ${row.count}${had}`;
      over.push(problem(row.line, row.count > cap ? 'count' : 'user_id', words));
    }
  }
  return { rows: good, badRows: [...badRows, ...over].toSorted((a, b) => a.line - b.line) };
}

/** Each line that is not blank, as it is. */
const lines = (text: string): CsvRecord[] =>
  text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [{ line: i + 1, cells: [line.trim()] }]));

function headerProblems({ record: { line, error }, columns }: Header): BadRowDto[] {
  if (error !== undefined) return [problem(line, null, error)];
  const names = columns.map(({ name }) => name);
  const metadata = columns.filter(({ kind }) => kind === 'metadata');
  return [
    ...names.flatMap((name, i) => {
      if (name !== '' && names.indexOf(name) !== i)
        return [problem(line, name, `the column ${shown(name)} is there twice`)];
      if (name !== '' && (!PRINTABLE.test(name) || name.length > 64))
        return [problem(line, null, `the name of column ${i + 1} must have at most 64 printable characters`)];
      return [];
    }),
    ...(metadata.length > MOST_COLUMNS
      ? [
          problem(
            line,
            null,
            `beside user_id, hours and count there may be ${MOST_COLUMNS} columns, not ${metadata.length}`,
          ),
        ]
      : []),
  ];
}
