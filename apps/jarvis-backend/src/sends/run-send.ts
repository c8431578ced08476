import { deliverWithRetries } from '../delivery/deliver-with-retries';
import { DeliveryError, type Delivery } from '../delivery/delivery';
import type { EventSource } from '../events/source';
import type { Permission } from '../session/features';
import type { Outcome } from './send.store';
import type { Send } from './send.types';
import type { TokenBucket } from './token-bucket';

/** How many events go to the wire, and into the account, at once. */
const BATCH = 200;
/** A destination that never took an event gets this many retries, so that a wrong port is told soon. */
const FIRST_RETRIES = 2;

export interface RunSpec {
  readonly send: Send;
  readonly source: EventSource;
  readonly delivery: Delivery;
  readonly signal: AbortSignal;
  /** The send's own rate, and the one that all sends of the session share. */
  readonly buckets: { readonly own: TokenBucket; readonly shared: TokenBucket };
  /** Whether the session may still send this. */
  readonly permission: () => Permission;
  /** Claims up to `wanted` events before they go to the wire. */
  readonly claim: (sent: number, wanted: number) => number;
  readonly onProgress: (progress: { sent: number; error: string | null }) => void;
}

/** The signal's reason when a send is to end early. */
export class SendEnd extends Error {
  override readonly name = 'SendEnd';
  constructor(
    readonly state: 'cancelled' | 'interrupted',
    message: string,
  ) {
    super(message);
  }
}

/** Generates and delivers all events of a send, and tells truthfully what came of it; never rejects. */
export async function runSend(spec: RunSpec): Promise<Outcome> {
  const account = { sent: 0, lastBatch: 0 };
  const outcome = await deliverAll(spec, account).catch((error: unknown) => endOf(error, account.sent));
  try {
    await spec.delivery.close();
    return outcome;
  } catch (error) {
    // The last batch was counted when the connection took it; its end says that it did not arrive.
    const { lastBatch } = account;
    const state = outcome.state === 'completed' ? 'failed' : outcome.state;
    return {
      state,
      sent: outcome.sent - lastBatch,
      failed: outcome.failed + lastBatch,
      error: (error as Error).message,
    };
  }
}

async function deliverAll(spec: RunSpec, account: { sent: number; lastBatch: number }): Promise<Outcome> {
  const { send, source, delivery, signal } = spec;
  while (account.sent < send.total) {
    const granted = await pace(spec, Math.min(BATCH, send.total - account.sent));
    signal.throwIfAborted();
    const permission = spec.permission();
    if (!permission.allowed) return { state: 'stopped', sent: account.sent, failed: 0, error: permission.reason };
    const claimed = spec.claim(account.sent, granted);
    if (claimed === 0) {
      return {
        state: 'stopped',
        sent: account.sent,
        failed: 0,
        error: 'The organisers have lowered the event limit of this session.',
      };
    }
    const events = Array.from({ length: claimed }, (_, offset) => {
      const index = account.sent + offset;
      return source.at(index, timeOf(send, index));
    });
    try {
      await deliverWithRetries(delivery, events, {
        signal,
        ...(account.sent === 0 ? { retries: FIRST_RETRIES } : {}),
        onRetry: (error) => spec.onProgress({ sent: account.sent, error }),
      });
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      const sent = account.sent + error.accepted;
      const state = signal.aborted ? (signal.reason as SendEnd).state : 'failed';
      return { state, sent, failed: claimed - error.accepted, error: error.message };
    }
    account.sent += claimed;
    account.lastBatch = claimed;
    spec.onProgress({ sent: account.sent, error: null });
  }
  return { state: 'completed', sent: account.sent, failed: 0, error: null };
}

/** Waits until both rates allow at least one event; resolves with how many. */
async function pace({ buckets: { own, shared }, signal }: RunSpec, wanted: number): Promise<number> {
  const mine = await own.take(wanted, signal);
  const granted = await shared.take(mine, signal);
  if (granted < mine) own.giveBack(mine - granted);
  return granted;
}

/** Events carry the moment they are sent at; with a base time they are spaced by the rate, one a second without one. */
const timeOf = ({ base_time, rate }: Send, index: number): Date =>
  base_time === null ? new Date() : new Date(Date.parse(base_time) + Math.round((index * 1000) / (rate ?? 1)));

function endOf(error: unknown, sent: number): Outcome {
  if (error instanceof SendEnd) return { state: error.state, sent, failed: 0, error: error.message };
  return { state: 'failed', sent, failed: 0, error: `The events could not be generated: ${(error as Error).message}` };
}
