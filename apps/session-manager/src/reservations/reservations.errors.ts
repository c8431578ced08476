import { ActionableError, type ProblemTemplate } from '../http/http-problem';

/** No such reservation; its place was given up, or it has become a session. */
export class ReservationNotFoundError extends ActionableError {
  static readonly template: ProblemTemplate = { status: 404, code: 'not_found', title: 'No such reservation' };
  readonly template = ReservationNotFoundError.template;
  constructor() {
    super('This link does not open a place any more. Ask an organiser for a new one.');
  }
}
