import { ActionableError, type ProblemTemplate } from '../http/http-problem';
import type { FieldProblem } from '../http/problem';

/** A roster with rows that cannot be used; nothing was made. */
export class BadRosterError extends ActionableError {
  static readonly template: ProblemTemplate = { status: 422, code: 'bad_roster', title: 'The roster has bad rows' };
  readonly template = BadRosterError.template;
  override readonly members: { errors: FieldProblem[] };
  /** Each row as `line 3: hours`, with what is wrong. */
  constructor(errors: FieldProblem[]) {
    super(
      `Nothing was made. Correct ${errors.length === 1 ? 'the row' : `${errors.length} rows`}, or ask to skip bad rows.`,
    );
    this.members = { errors };
  }
}
