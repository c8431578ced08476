import { ActionableError, type ProblemTemplate } from './http-problem';
import type { FieldProblem } from './problem';

/** Redis does not answer, or refuses to write. */
export class RedisUnavailableError extends ActionableError {
  static readonly template: ProblemTemplate = {
    status: 503,
    code: 'redis_unavailable',
    title: 'The platform cannot reach its memory',
  };
  static readonly example = (): RedisUnavailableError => new RedisUnavailableError();
  readonly template = RedisUnavailableError.template;
  override readonly retryAfter = 2;
  constructor(options?: ErrorOptions) {
    super('The platform cannot reach its store at the moment. Nothing is lost: try again in a few seconds.', options);
  }
}

/** A request that does not have the form it should have. */
export class InvalidRequestError extends ActionableError {
  static readonly template: ProblemTemplate = { status: 400, code: 'invalid', title: 'The request is not valid' };
  static readonly example = (): InvalidRequestError =>
    new InvalidRequestError([{ field: 'user_id', message: 'user_id must be a string' }]);
  readonly template = InvalidRequestError.template;
  override readonly members: { errors: FieldProblem[] };
  constructor(errors: FieldProblem[]) {
    super(`Correct ${[...new Set(errors.map(({ field }) => field))].join(', ')} and send it again.`);
    this.members = { errors };
  }
}
