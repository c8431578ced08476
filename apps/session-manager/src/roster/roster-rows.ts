import { PRINTABLE } from '../http/printable';
import type { Column } from './roster-columns';
import type { CsvRecord } from './roster-records';
import type { BadRowDto, RosterRowDto } from './roster.dto';

const MOST_METADATA_BYTES = 8_192;
const MOST_SHOWN = 40;

export const problem = (line: number, field: string | null, message: string): BadRowDto => ({ line, field, message });
/** A text of somebody's in a message. */
export const shown = (text: string): string => `"${text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text}"`;

/** All that is wrong with a row; the rules are those of a single creation. */
export function rowProblems({ line, cells, error }: CsvRecord, columns: readonly Column[]): BadRowDto[] {
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
  if (size > MOST_METADATA_BYTES) {
    const words = `the columns that become metadata must not take more than ${MOST_METADATA_BYTES} bytes together`;
    problems.push(problem(line, null, words));
  }
  return problems;
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

/** A row that is good. */
export function rowOf({ line, cells }: CsvRecord, columns: readonly Column[]): RosterRowDto {
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
