import { ActionableError, type ProblemTemplate } from '../http/http-problem';

/** No credentials, or wrong ones. */
export class UnauthorizedError extends ActionableError {
  static readonly template: ProblemTemplate = { status: 401, code: 'unauthorized', title: 'Who are you?' };
  static readonly example = (): UnauthorizedError =>
    new UnauthorizedError("Send the organisers' user name and password, or the token of a login.");
  readonly template = UnauthorizedError.template;
}

/** Too many wrong passwords; the account is closed to this address for a while. */
export class TooManyAttemptsError extends ActionableError {
  static readonly template: ProblemTemplate = {
    status: 429,
    code: 'too_many_attempts',
    title: 'Too many wrong passwords',
  };
  static readonly example = (): TooManyAttemptsError => new TooManyAttemptsError(42);
  readonly template = TooManyAttemptsError.template;
  constructor(override readonly retryAfter: number) {
    super(`Wait ${retryAfter} seconds before the next try.`);
  }
}
