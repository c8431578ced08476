import { setImmediate as breath } from 'node:timers/promises';
import { deliverWithRetries } from '../delivery/deliver-with-retries';
import { DeliveryError, type Delivery } from '../delivery/delivery';
import type { Playlist } from '../events/playlist';
import type { GeneratedEvent } from '../events/product';
import type { Permission } from '../session/features';
import { makeBatch } from './make-batch';
import type { RunClock } from './run-clock';
import type { Claim, Outcome } from './send.store';
import type { Send } from './send.types';
import { timingOf, type Timing } from './timing';
import type { TokenBucket } from './token-bucket';

/** How many events go to the wire, and into the account, at once. */
const BATCH = 200;
/** A destination that never took an event gets this many retries, so that a wrong port is told soon. */
const FIRST_RETRIES = 2;
/** A shorter wait for the next event is not worth telling. */
const WAIT_TOLD_MS = 1000;

export interface RunSpec {
  readonly send: Send;
  readonly playlist: Playlist;
  readonly delivery: Delivery;
  readonly signal: AbortSignal;
  readonly clock: RunClock;
  /** The send's own rate, and the one that all sends of the session share. */
  readonly buckets: { readonly own: TokenBucket; readonly shared: TokenBucket };
  /** Whether the session may still send this. */
  readonly permission: () => Permission;
  /** Claims events before they go to the wire; returns how many. */
  readonly claim: (claim: Claim) => number;
  /** Notes events that were accepted; `first` is the index of the first of them. */
  readonly record: (first: number, events: readonly GeneratedEvent[]) => void;
  readonly onProgress: (progress: Partial<Pick<Send, 'sent' | 'acknowledged' | 'error' | 'phase' | 'next_at'>>) => void;
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

/** What came of the events so far. */
interface Account {
  sent: number;
  /** Accepted, but only the next batch or the end of the connection proves it: noted then. */
  last: readonly GeneratedEvent[];
}

type End = Pick<Outcome, 'state' | 'error'> & { readonly failed?: number };

/** Generates and delivers all events of a send, and tells truthfully what came of it; never rejects. */
export async function runSend(spec: RunSpec): Promise<Outcome> {
  const { delivery } = spec;
  const account: Account = { sent: 0, last: [] };
  const { state, error, failed = 0 } = await deliverAll(spec, account).catch((cause: unknown) => endOf(cause));
  try {
    await delivery.close();
    noteLast(spec, account);
    return { state, sent: account.sent, acknowledged: delivery.acknowledged, failed, error };
  } catch (cause) {
    // What was counted when the connection took it did not arrive, as its end says: what was not confirmed, or the last batch.
    const { acknowledged } = delivery;
    const sent = acknowledged ?? account.sent - account.last.length;
    if (acknowledged !== null) noteLast(spec, account);
    return {
      state: state === 'completed' ? 'failed' : state,
      sent,
      acknowledged,
      failed: failed + account.sent - sent,
      error: error ?? (cause as Error).message,
    };
  }
}

async function deliverAll(spec: RunSpec, account: Account): Promise<End> {
  const { send, playlist, delivery, signal } = spec;
  const timing = timingOf(playlist, send);
  for (;;) {
    // A connection that takes all at once would leave others no turn.
    await breath();
    const granted = await nextBatch(spec, timing, account.sent);
    if (granted === 0) return { state: 'completed', error: null };
    signal.throwIfAborted();
    const permission = spec.permission();
    if (!permission.allowed) return { state: 'stopped', error: permission.reason };
    const { acknowledged } = delivery;
    const made = makeBatch((index) => playlist.at(index, timing.time(index)), account.sent, granted);
    giveBack(spec, granted - made.length);
    const claimed = spec.claim({ sent: account.sent, acknowledged, wanted: made.length });
    if (claimed === 0) return { state: 'stopped', error: limitReached(send) };
    const events = made.slice(0, claimed);
    try {
      await deliverWithRetries(delivery, events, {
        signal,
        ...(account.sent === 0 ? { retries: FIRST_RETRIES } : {}),
        onRetry: (error) => spec.onProgress({ error }),
      });
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      advance(spec, account, events.slice(0, error.accepted));
      const state = signal.aborted ? (signal.reason as SendEnd).state : 'failed';
      return { state, failed: claimed - error.accepted, error: error.message };
    }
    advance(spec, account, events);
    const phase = events.findLast((event) => event.phase !== undefined)?.phase;
    spec.onProgress({
      sent: account.sent,
      acknowledged: delivery.acknowledged,
      error: null,
      next_at: null,
      ...(phase === undefined ? {} : { phase }),
    });
  }
}

function advance(spec: RunSpec, account: Account, accepted: readonly GeneratedEvent[]): void {
  if (accepted.length === 0) return;
  noteLast(spec, account);
  account.sent += accepted.length;
  account.last = accepted;
}

function noteLast(spec: RunSpec, account: Account): void {
  spec.record(account.sent - account.last.length, account.last);
  account.last = [];
}

/** Waits until the next events are due and both rates allow at least one; resolves with how many, 0 at the end of the send. */
async function nextBatch(spec: RunSpec, timing: Timing, sent: number): Promise<number> {
  const { send, playlist, clock, signal } = spec;
  const left = playlist.total === null ? BATCH : Math.min(BATCH, playlist.total - sent);
  if (left === 0) return 0;
  await clock.reach(0, signal);
  const wanted = timing.due ? await whenDue(spec, timing.due, sent, left) : left;
  if (send.plan.duration_s === null) return await pace(spec, wanted, signal);
  const over = clock.until(send.plan.duration_s * 1000, signal);
  try {
    return over.signal.aborted ? 0 : await pace(spec, wanted, over.signal);
  } catch (error) {
    if (signal.aborted) throw error;
    return 0;
  } finally {
    over.stop();
  }
}

/** Resolves at the moment of event `next`, with how many of the following `most` are due by then. */
async function whenDue(
  { clock, signal, onProgress }: RunSpec,
  due: (index: number) => number,
  next: number,
  most: number,
): Promise<number> {
  const wait = due(next) - clock.elapsed;
  if (wait >= WAIT_TOLD_MS) onProgress({ next_at: new Date(Date.now() + wait).toISOString() });
  await clock.reach(due(next), signal);
  const { elapsed } = clock;
  let count = 1;
  while (count < most && due(next + count) <= elapsed) count += 1;
  return count;
}

/** Waits until both rates allow at least one event, and the run is not paused; resolves with how many. */
async function pace(
  { buckets: { own, shared }, clock, signal }: RunSpec,
  wanted: number,
  ends: AbortSignal,
): Promise<number> {
  const mine = await own.take(wanted, ends);
  const granted = await shared.take(mine, ends);
  if (granted < mine) own.giveBack(mine - granted);
  await clock.reach(0, signal);
  return granted;
}

function giveBack({ buckets: { own, shared } }: RunSpec, granted: number): void {
  if (granted === 0) return;
  own.giveBack(granted);
  shared.giveBack(granted);
}

const limitReached = ({ total }: Send): string =>
  total === null
    ? 'All events that this session may send are used up.'
    : 'The organisers have lowered the event limit of this session.';

function endOf(error: unknown): End {
  if (error instanceof SendEnd) return { state: error.state, error: error.message };
  return { state: 'failed', error: `The events could not be made or noted: ${(error as Error).message}` };
}
