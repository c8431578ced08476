import { ActionableError, type ProblemTemplate } from '../http/http-problem';

/** The same work is under way, here or in another replica. */
export class AlreadyRunningError extends ActionableError {
  static readonly template: ProblemTemplate = {
    status: 409,
    code: 'already_running',
    title: 'It is under way already',
  };
  static readonly example = (): AlreadyRunningError => new AlreadyRunningError();
  readonly template = AlreadyRunningError.template;
  override readonly retryAfter = 5;
  constructor() {
    super('A reconciliation is under way. Try again in a few seconds.');
  }
}
