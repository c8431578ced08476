import { ActionableError, type ProblemTemplate } from '../http/http-problem';

/** No such message, or it was taken back. */
export class MessageNotFoundError extends ActionableError {
  static readonly template: ProblemTemplate = { status: 404, code: 'not_found', title: 'No such message' };
  readonly template = MessageNotFoundError.template;
  constructor(id: string) {
    super(`There is no message ${id}; it may have ended or been taken back.`);
  }
}

/** Attendees read a few messages, not many. */
export class TooManyMessagesError extends ActionableError {
  static readonly template: ProblemTemplate = { status: 409, code: 'too_many_messages', title: 'Too many messages' };
  readonly template = TooManyMessagesError.template;
  constructor(most: number) {
    super(`${most} messages are shown already. Take one of them back first.`);
  }
}
