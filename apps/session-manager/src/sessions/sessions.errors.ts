import { ActionableError, type ProblemTemplate } from '../http/http-problem';
import type { EndReason, SessionStatus } from './session';

/** Every instance that the platform may run is taken. */
export class PlatformFullError extends ActionableError {
  static readonly template: ProblemTemplate = { status: 503, code: 'full', title: 'The platform is full' };
  static readonly example = (): PlatformFullError => new PlatformFullError(150);
  readonly template = PlatformFullError.template;
  override readonly retryAfter = 30;
  constructor(readonly cap: number) {
    super(`All ${cap} instances are taken. Try again in half a minute: places come free as sessions end.`);
  }
}

/** The user has as many sessions as one user may have. */
export class UserLimitError extends ActionableError {
  static readonly template: ProblemTemplate = { status: 429, code: 'user_limit', title: 'You have enough instances' };
  static readonly example = (): UserLimitError => new UserLimitError(5);
  readonly template = UserLimitError.template;
  override readonly retryAfter = 60;
  constructor(readonly cap: number) {
    super(
      `One user may have ${cap} ${cap === 1 ? 'session' : 'sessions'} at a time. End one that you no longer need, then try again.`,
    );
  }
}

/** No such session, or none that the caller may know of. */
export class SessionNotFoundError extends ActionableError {
  static readonly template: ProblemTemplate = { status: 404, code: 'not_found', title: 'No such session' };
  static readonly example = (): SessionNotFoundError => new SessionNotFoundError('user123-a24fd782');
  readonly template = SessionNotFoundError.template;
  constructor(readonly sessionId: string) {
    super(
      'There is no such session, or your token does not open it. Send the session_token of its creation as a Bearer token.',
    );
  }
}

const ENDINGS: Record<EndReason, string> = {
  deleted: 'You have ended this session.',
  terminated: 'The organisers have ended this session.',
  expired: 'The time of this session has run out.',
  failed: 'This session could not be started.',
  lost: 'The instance of this session has vanished.',
};

/** The session has ended; its owner may know why. */
export class SessionGoneError extends ActionableError {
  static readonly template: ProblemTemplate = { status: 410, code: 'gone', title: 'This session has ended' };
  static readonly example = (): SessionGoneError => new SessionGoneError('user123-a24fd782', 'expired');
  readonly template = SessionGoneError.template;
  override readonly members: { reason: EndReason };
  constructor(
    readonly sessionId: string,
    reason: EndReason,
    error?: string,
  ) {
    super(`${ENDINGS[reason]}${error === undefined ? '' : ` ${error}`} You can launch a new one.`);
    this.members = { reason };
  }
}

/** The extension would pass what the caller may give. */
export class ExtensionTooLongError extends ActionableError {
  static readonly template: ProblemTemplate = {
    status: 422,
    code: 'extension_too_long',
    title: 'This extension is too long',
  };
  static readonly example = (): ExtensionTooLongError =>
    new ExtensionTooLongError(new Date('2026-05-04T18:00:00Z'), new Date('2026-05-05T18:00:00Z'));
  readonly template = ExtensionTooLongError.template;
  constructor(expiresAt: Date, latest: Date) {
    super(
      `The session now ends at ${expiresAt.toISOString()} and may be extended to ${latest.toISOString()} at most. Ask for fewer hours, or leave hours out to get the most.`,
    );
  }
}

/** The pair did not start. */
export class LaunchFailedError extends ActionableError {
  static readonly template: ProblemTemplate = {
    status: 502,
    code: 'launch_failed',
    title: 'Your instance could not be started',
  };
  static readonly example = (): LaunchFailedError =>
    new LaunchFailedError('The frontend ended as soon as it was started.');
  readonly template = LaunchFailedError.template;
  constructor(
    readonly reason: string,
    advice = 'Nothing was left behind: try again, and tell the organisers if it stays.',
    options?: ErrorOptions,
  ) {
    super(`${reason} ${advice}`, options);
  }
}

/** No pair of ports is free. */
export class PortsTakenError extends ActionableError {
  static readonly template: ProblemTemplate = { status: 503, code: 'ports_exhausted', title: 'No address is free' };
  static readonly example = (): PortsTakenError => new PortsTakenError();
  readonly template = PortsTakenError.template;
  override readonly retryAfter = 30;
  constructor() {
    super(
      'All ports of the range are taken. Try again in half a minute; organisers can widen PORT_RANGE_START to PORT_RANGE_END.',
    );
  }
}

/** An Idempotency-Key came again with another request. */
export class IdempotencyMismatchError extends ActionableError {
  static readonly template: ProblemTemplate = {
    status: 422,
    code: 'idempotency_mismatch',
    title: 'This Idempotency-Key was used for another request',
  };
  static readonly example = (): IdempotencyMismatchError => new IdempotencyMismatchError();
  readonly template = IdempotencyMismatchError.template;
  constructor() {
    super('The same Idempotency-Key was sent with another body before. Use a new key for a new request.');
  }
}

/** Another request exchanges, or has just exchanged, the keys of the session. */
export class KeysExchangedError extends ActionableError {
  static readonly template: ProblemTemplate = {
    status: 409,
    code: 'keys_exchanged',
    title: 'The keys of this session were exchanged by another request',
  };
  readonly template = KeysExchangedError.template;
  constructor(readonly sessionId: string) {
    super(
      'Another request was first: its answer has the keys that hold now. Use those, or ask an organiser for new ones.',
    );
  }
}

/** The owner has exchanged the keys of the session a moment ago. */
export class RotatedJustNowError extends ActionableError {
  static readonly template: ProblemTemplate = {
    status: 429,
    code: 'rotated_just_now',
    title: 'The keys of this session were exchanged a moment ago',
  };
  static readonly example = (): RotatedJustNowError => new RotatedJustNowError(20);
  readonly template = RotatedJustNowError.template;
  constructor(override readonly retryAfter: number) {
    super(`Wait ${retryAfter} seconds before the next exchange.`);
  }
}

/** The session starts or stops at this moment: what was asked needs a running instance. */
export class SessionNotActiveError extends ActionableError {
  static readonly template: ProblemTemplate = { status: 409, code: 'not_active', title: 'This session does not run' };
  readonly template = SessionNotActiveError.template;
  constructor(
    readonly sessionId: string,
    status: SessionStatus,
  ) {
    super(`The session is ${status}. Wait until it is active, then try again.`);
  }
}
