import { PRINTABLE } from '../http/printable';
import { findHeader, type Column, type Header } from './roster-columns';
import { csvRecords, plainLines, type CsvRecord } from './roster-records';
import type { BadRowDto, RosterRowDto } from './roster.dto';

const MOST_ROWS = 5_000;
const MOST_COLUMNS = 20;
const MOST_METADATA_BYTES = 8_192;
const MOST_SHOWN = 40;

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

const problem = (line: number, field: string | null, message: string): BadRowDto => ({ line, field, message });
const shown = (text: string): string => `"${text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text}"`;

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

function rowProblems({ line, cells, error }: CsvRecord, columns: readonly Column[]): BadRowDto[] {
  if (error !== undefined) return [problem(line, null, error)];
  if (cells.length > columns.length)
    return [problem(line, null, `the row has ${cells.length} fields, the header ${columns.length}`)];
  const problems = columns.flatMap((column, i) => {
    const words = wrong(column, cells[i] ?? '');
    return words === undefined
      ? []
      : [problem(line, column.kind === 'metadata' ? column.name || null : column.kind, words)];
  });
  const size = Buffer.byteLength(JSON.stringify(metadataOf(cells, columns)));
  const isLarge = size > MOST_METADATA_BYTES;
  return isLarge
    ? [
        ...problems,
        problem(
          line,
          null,
          `the columns that become metadata must not take more than ${MOST_METADATA_BYTES} bytes together`,
        ),
      ]
    : problems;
}

/** What is wrong with a cell, in words. */
function wrong(column: Column, cell: string): string | undefined {
  switch (column.kind) {
    case 'user_id': {
      const userId = userIdOf(cell);
      if (userId === '') return 'user_id must not be empty';
      if (userId.length > 256) return `user_id must have at most 256 characters, not ${userId.length}`;
      return PRINTABLE.test(userId) ? undefined : 'user_id must not hold control characters';
    }
    case 'hours': {
      const hours = numberOf(cell);
      const isGood = cell === '' || (hours >= 0.01 && hours <= 720);
      return isGood ? undefined : `hours must be a number from 0.01 to 720, not ${shown(cell)}`;
    }
    case 'count': {
      const isGood = cell === '' || (/^\d{1,3}$/.test(cell) && Number(cell) >= 1 && Number(cell) <= 100);
      return isGood ? undefined : `count must be a whole number from 1 to 100, not ${shown(cell)}`;
    }
    case 'metadata':
      return column.name === '' && cell !== '' ? `the column of ${shown(cell)} has no name in the header` : undefined;
  }
}

const userIdOf = (cell: string): string => cell.normalize('NFC').trim();
/** NaN for what is no plain number; a comma will do for the point. */
const numberOf = (cell: string): number => (/^\d+([.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : NaN);

function rowOf({ line, cells }: CsvRecord, columns: readonly Column[]): RosterRowDto {
  const cell = (kind: Column['kind']) => cells[columns.findIndex((column) => column.kind === kind)] ?? '';
  return {
    line,
    user_id: userIdOf(cell('user_id')),
    hours: cell('hours') === '' ? null : numberOf(cell('hours')),
    count: Number(cell('count') || 1),
    metadata: metadataOf(cells, columns),
  };
}

/** What the further columns say; empty cells say nothing. */
const metadataOf = (cells: readonly string[], columns: readonly Column[]): Record<string, string> =>
  Object.fromEntries(
    columns.flatMap(({ kind, name }, i) => {
      const cell = cells[i] ?? '';
      return kind === 'metadata' && cell !== '' ? [[name, cell]] : [];
    }),
  );
