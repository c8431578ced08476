import { ActionableError, type ProblemTemplate } from '../http/http-problem';
import type { TicketEnd } from './ticket';

/** Every instance is taken, and so is every place in the line. */
export class LineFullError extends ActionableError {
  static readonly template: ProblemTemplate = {
    status: 503,
    code: 'line_full',
    title: 'The platform and its waiting room are full',
  };
  static readonly example = (): LineFullError => new LineFullError(1_000);
  readonly template = LineFullError.template;
  override readonly retryAfter = 60;
  constructor(readonly places: number) {
    super(`All instances are taken and ${places} people wait already. Try again in a minute.`);
  }
}

/** No such ticket, or none that the caller may know of. */
export class TicketNotFoundError extends ActionableError {
  static readonly template: ProblemTemplate = { status: 404, code: 'not_found', title: 'No such ticket' };
  static readonly example = (): TicketNotFoundError => new TicketNotFoundError('5f1c0a9be8d24c7e9a31b6d0');
  readonly template = TicketNotFoundError.template;
  constructor(readonly ticketId: string) {
    super('There is no such ticket, or your token does not open it. Send its session_token as a Bearer token.');
  }
}

const ENDINGS: Record<TicketEnd, string> = {
  left: 'You have left the line.',
  away: 'Your place was given up because nobody asked for it for too long.',
  user_limit: 'When your turn came you had as many sessions as one user may have.',
  lost: 'The platform has lost your place.',
};

/** The place in the line was given up. */
export class TicketGoneError extends ActionableError {
  static readonly template: ProblemTemplate = { status: 410, code: 'gone', title: 'This place in the line is gone' };
  static readonly example = (): TicketGoneError => new TicketGoneError('5f1c0a9be8d24c7e9a31b6d0', 'away');
  readonly template = TicketGoneError.template;
  override readonly members: { reason: TicketEnd };
  constructor(
    readonly ticketId: string,
    reason: TicketEnd,
  ) {
    super(`${ENDINGS[reason]} You can join the line again.`);
    this.members = { reason };
  }
}

/** The ticket has become a session meanwhile. */
export class TicketAdmittedError extends ActionableError {
  static readonly template: ProblemTemplate = { status: 409, code: 'admitted', title: 'Your turn has come' };
  static readonly example = (): TicketAdmittedError => new TicketAdmittedError('user123-a24fd782');
  readonly template = TicketAdmittedError.template;
  constructor(sessionId: string) {
    super(`This ticket has become the session ${sessionId}, which the same token opens: end that one instead.`);
  }
}
