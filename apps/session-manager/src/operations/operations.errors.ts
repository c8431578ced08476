import { ActionableError, type ProblemTemplate } from '../http/http-problem';

/** No such operation, or it is long over. */
export class OperationNotFoundError extends ActionableError {
  static readonly template: ProblemTemplate = { status: 404, code: 'not_found', title: 'No such operation' };
  readonly template = OperationNotFoundError.template;
  constructor(id: string) {
    super(`There is no operation ${id}. Operations are kept for a day.`);
  }
}

/** A restart that was begun and whose manager died: it is not begun a second time. */
export class InterruptedError extends ActionableError {
  static readonly template: ProblemTemplate = { status: 409, code: 'interrupted', title: 'It was interrupted' };
  readonly template = InterruptedError.template;
  constructor() {
    super(
      'The session manager ended while it restarted this session. What does not run is brought up within a minute; restart it again if need be.',
    );
  }
}
