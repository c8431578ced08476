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
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

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
};

/** An error of the network in words, with its code kept for those who look it up. */
export function describeNetworkError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code && WORDS[code]) || message || code || 'unknown error';
}
