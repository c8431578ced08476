import { ActionableError, type ProblemTemplate } from '../http/http-problem';
import type { FieldProblem } from '../http/problem';
import type { BadRowDto } from './roster.dto';

/** A roster with rows that cannot be used; nothing was made. */
export class BadRosterError extends ActionableError {
  static readonly template: ProblemTemplate = { status: 422, code: 'bad_roster', title: 'The roster has bad rows' };
  static readonly example = (): BadRosterError =>
    new BadRosterError([{ line: 3, field: 'hours', message: 'hours must be a number from 0.01 to 720, not "soon"' }]);
  readonly template = BadRosterError.template;
  override readonly members: { errors: FieldProblem[] };
  /** Each row as `line 3: hours`, with what is wrong. */
  constructor(badRows: readonly BadRowDto[]) {
    const lines = new Set(badRows.map(({ line }) => line)).size;
    super(`Nothing was made. Correct ${lines === 1 ? 'the row' : `${lines} rows`}, or ask to skip bad rows.`);
    const errors = badRows.map(({ line, field, message }) => ({
      field: `line ${line}${field === null ? '' : `: ${field}`}`,
      message,
    }));
    this.members = { errors };
  }
}
