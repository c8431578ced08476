import { RefusedAddressError } from '../errors';
import type { GeneratedEvent } from '../events/product';

/** Takes events to one destination, for one send. */
export abstract class Delivery {
  /**
   * Hands the events over in order, and resolves when all were accepted: by the collector (HEC), by the connection (TCP)
   * or by the network (UDP). Rejects with `DeliveryError` when none or not all were. Never lasts longer than its timeouts.
   */
  abstract deliver(events: readonly GeneratedEvent[]): Promise<void>;

  /** How many events the destination has confirmed so far; `null` where the protocol gives no receipts. */
  get acknowledged(): number | null {
    return null;
  }

  /** Ends it. Rejects with `DeliveryError` when the last `deliver` turns out not to have arrived. */
  abstract close(): Promise<void>;
}

/** The destination did not take the events. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  constructor(
    message: string,
    /** False when trying the same again cannot help. */
    readonly retryable: boolean,
    /** How many of the events, from the first, were accepted. */
    readonly accepted = 0,
    options?: ErrorOptions & { readonly retryAfterMs?: number | undefined },
  ) {
    super(message, options);
    this.retryAfterMs = options?.retryAfterMs;
  }

  /** How long the destination asks to be left alone. */
  readonly retryAfterMs: number | undefined;

  /** The same after `accepted` events had been accepted. */
  after(accepted: number): DeliveryError {
    const { message, retryable, cause, retryAfterMs } = this;
    return new DeliveryError(message, retryable, this.accepted + accepted, { cause, retryAfterMs });
  }
}

const NO_TLS = 'what listens there does not answer as TLS does. Check the port';
const UNTRUSTED =
  'the certificate is not signed by an authority that this instance trusts. Add the authority’s certificate (CA) to the destination, or switch its verification off';

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there (connection refused)',
  ECONNRESET: 'the connection was reset',
  ETIMEDOUT: 'no answer in time',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name could not be looked up',
  EPIPE: 'the connection was closed',
  EMSGSIZE: 'the event is too large for a datagram',
  DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
  SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
  CERT_HAS_EXPIRED: 'the certificate has expired. Renew it at the receiver',
  CERT_NOT_YET_VALID: 'the certificate is not valid yet. Check the clocks',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'the certificate is for another name than the host of this destination. Use the name that the certificate has, or switch its verification off',
  ERR_TLS_HANDSHAKE_TIMEOUT: NO_TLS,
  ERR_SSL_WRONG_VERSION_NUMBER: NO_TLS,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: NO_TLS,
};

/** Errors that the next try would meet again. */
const LASTING = /^(EMSGSIZE|ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** Whether trying the same again cannot help. */
export const isLasting = (error: unknown): boolean =>
  error instanceof RefusedAddressError || LASTING.test((error as NodeJS.ErrnoException).code ?? '');

/** What a destination that does not answer in time is ended with. */
export const timedOut = (code = 'ETIMEDOUT'): Error => Object.assign(new Error('timeout'), { code });

/** An error of the network in words, with its code kept for those who look it up. */
export function describeNetworkError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code && WORDS[code]) || message || code || 'unknown error';
}
