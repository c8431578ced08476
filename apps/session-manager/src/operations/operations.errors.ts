import { ActionableError, type ProblemTemplate } from '../http/http-problem';

/** No such operation, or it is long over. */
export class OperationNotFoundError extends ActionableError {
  static readonly template: ProblemTemplate = { status: 404, code: 'not_found', title: 'No such operation' };
  readonly template = OperationNotFoundError.template;
  constructor(id: string) {
    super(`There is no operation ${id}. Operations are kept for a day.`);
  }
}
