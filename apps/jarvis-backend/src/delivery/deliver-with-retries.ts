import { setTimeout as pause } from 'node:timers/promises';
import type { GeneratedEvent } from '../events/product';
import { DeliveryError, type Delivery } from './delivery';

const DELAYS_MS = [250, 500, 1000, 2000, 4000];
/** Delays differ by up to a fifth, so that many sends do not come back at the same moment. */
const JITTER = 0.2;

export interface RetryOptions {
  /** Ends the waiting between tries; a try itself is bounded by the delivery. */
  readonly signal: AbortSignal;
  /** How often to try again; a destination that never worked deserves less patience. */
  readonly retries?: number;
  /** Called before each wait with what went wrong. */
  readonly onRetry: (message: string) => void;
}

/** Delivers all the events; rejects with a `DeliveryError` that counts what was accepted over all tries. */
export async function deliverWithRetries(
  delivery: Delivery,
  events: readonly GeneratedEvent[],
  { signal, retries = DELAYS_MS.length, onRetry }: RetryOptions,
): Promise<void> {
  let accepted = 0;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await delivery.deliver(events.slice(accepted));
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      accepted += error.accepted;
      const delay = error.retryable && attempt < retries ? delayOf(attempt, error.retryAfterMs) : undefined;
      if (delay === undefined || signal.aborted) {
        throw new DeliveryError(error.message, error.retryable, accepted, { cause: error });
      }
      onRetry(error.message);
      await pause(delay, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Longer each time, and never shorter than the destination asked for. */
function delayOf(attempt: number, retryAfterMs = 0): number | undefined {
  const delay = DELAYS_MS[attempt];
  return delay && Math.max(retryAfterMs, delay * (1 + JITTER * (2 * Math.random() - 1)));
}
