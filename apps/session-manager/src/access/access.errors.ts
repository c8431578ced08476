import { ActionableError, type ProblemTemplate } from '../http/http-problem';

/** A launch without the event's access code. */
export class AccessCodeRequiredError extends ActionableError {
  static readonly template: ProblemTemplate = {
    status: 403,
    code: 'access_code_required',
    title: 'This event asks for an access code',
  };
  static readonly example = (): AccessCodeRequiredError => new AccessCodeRequiredError();
  readonly template = AccessCodeRequiredError.template;
  constructor() {
    super('Send the access code that the organisers hand out as access_code.');
  }
}

/** A launch with another code than the event's. */
export class AccessCodeWrongError extends ActionableError {
  static readonly template: ProblemTemplate = {
    status: 403,
    code: 'access_code_wrong',
    title: 'This is not the access code of this event',
  };
  static readonly example = (): AccessCodeWrongError => new AccessCodeWrongError();
  readonly template = AccessCodeWrongError.template;
  constructor() {
    super('Look at it again, capital and small letters count, or ask the organisers for the one that holds now.');
  }
}

/** Another wrong code after very many from one address. */
export class TooManyWrongCodesError extends ActionableError {
  static readonly template: ProblemTemplate = {
    status: 429,
    code: 'too_many_wrong_codes',
    title: 'Too many wrong access codes',
  };
  static readonly example = (): TooManyWrongCodesError => new TooManyWrongCodesError(42);
  readonly template = TooManyWrongCodesError.template;
  constructor(override readonly retryAfter: number) {
    super(
      `Very many wrong access codes came from your address. Wait ${retryAfter} seconds before you try another one; the right one is let in at once.`,
    );
  }
}
