import type { FieldError } from './validation';

/** No such product, scenario, destination, send or upload. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
  constructor(
    readonly kind: 'product' | 'scenario' | 'parser' | 'destination' | 'send' | 'upload' | 'address',
    readonly id: string,
  ) {
    super(`There is no ${kind} ${JSON.stringify(id.slice(0, 100))}`);
  }
}

/** The request's body or query does not have the shape that is asked for. */
export class InvalidInputError extends Error {
  override readonly name = 'InvalidInputError';
  constructor(
    message: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(message);
  }
}

export class UnsupportedBodyError extends Error {
  override readonly name = 'UnsupportedBodyError';
  constructor() {
    super('Send the body as JSON, with the header Content-Type: application/json');
  }
}

export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
  constructor(readonly limitBytes: number) {
    super(`The body is larger than ${limitBytes} bytes`);
  }
}

export class UnauthorizedError extends Error {
  override readonly name = 'UnauthorizedError';
  constructor() {
    super('Send the access token of this session in X-API-Key, or as Authorization: Bearer');
  }
}

/** The access token is known but does not open this. */
export class ForbiddenError extends Error {
  override readonly name = 'ForbiddenError';
}

/** The organisers switched this off for the session; the message is the reason that the attendee reads. */
export class FeatureDisabledError extends Error {
  override readonly name = 'FeatureDisabledError';
  constructor(
    readonly feature: 'log_generation' | 'destinations' | 'products' | 'scenarios' | 'rate_limit',
    message: string,
  ) {
    super(message);
  }
}

/** The session may not send that many more events. */
export class EventLimitError extends Error {
  override readonly name = 'EventLimitError';
  constructor(
    readonly maxEvents: number,
    readonly left: number,
  ) {
    super(
      left > 0
        ? `This session may send ${maxEvents} events in total; ${left} of them are left.`
        : `This session may send ${maxEvents} events in total, and they are used up.`,
    );
  }
}

export class NameTakenError extends Error {
  override readonly name = 'NameTakenError';
  constructor(
    readonly taken: string,
    kind: 'destination' | 'scenario',
    readonly field: 'name' | 'id' = 'name',
  ) {
    super(`There already is a ${kind} with the ${field} ${JSON.stringify(taken)}`);
  }
}

export class TooManyError extends Error {
  override readonly name = 'TooManyError';
}

/** The send has ended, so it cannot be cancelled. */
export class SendEndedError extends Error {
  override readonly name = 'SendEndedError';
  constructor(readonly state: string) {
    super(`The send has already ended (${state})`);
  }
}

/** The send is not in a state for this, such as a pause when it is paused already. */
export class SendStateError extends Error {
  override readonly name = 'SendStateError';
}

/** What was sent cannot be made again to be looked at. */
export class EventsChangedError extends Error {
  override readonly name = 'EventsChangedError';
  constructor() {
    super('The events of this send cannot be listed any more: the content they were made of has changed since.');
  }
}

/** No destination may be there. */
export class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError';
  constructor(
    readonly address: string,
    /** What the address is, and what follows from that: goes on after its name. */
    reason: string,
    host?: string,
  ) {
    super(`${host === undefined ? address : `${host} is ${address}, and that`} ${reason}`);
  }
}

/** The uploaded file cannot be used; the message says why, and what to do. */
export class UnusableFileError extends Error {
  override readonly name = 'UnusableFileError';
}

/** An uploaded file is larger than one may be, or than what is left for the session. */
export class UploadTooLargeError extends Error {
  override readonly name = 'UploadTooLargeError';
  constructor(
    readonly limitBytes: number,
    message: string,
  ) {
    super(message);
  }
}

/** Nothing more came of an upload. */
export class UploadStalledError extends Error {
  override readonly name = 'UploadStalledError';
  constructor() {
    super('Nothing more of the file arrived. Upload it again.');
  }
}

/** The instance's volume is full. */
export class DiskFullError extends Error {
  override readonly name = 'DiskFullError';
  constructor(options?: ErrorOptions) {
    super(
      'The disk of this instance is full, so the file was not kept. Delete uploads, or ask the organisers.',
      options,
    );
  }
}
