import { EventEmitter } from 'node:events';
import { randomUUID } from 'node:crypto';
import type { Delivery } from '../delivery/delivery';
import type { Destination } from '../destinations/destination.schema';
import { SendEndedError, SendStateError, TooManyError } from '../errors';
import type { Playlist } from '../events/playlist';
import type { GeneratedEvent } from '../events/product';
import type { Log } from '../log';
import type { Permission } from '../session/features';
import { RunClock } from './run-clock';
import { runSend, SendEnd } from './run-send';
import type { SendLog } from './send-log';
import type { Outcome, SendStore } from './send.store';
import { ACTIVE_STATES, type Plan, type Send, type SendSource, type Usage } from './send.types';
import { TokenBucket } from './token-bucket';

const RUNNING_MAX = 20;
const ACTIVE_MAX = 100;
/** UDP cannot say when a receiver falls behind; faster than this a default receive buffer overflows. */
const UDP_RATE_MAX = 1000;

export interface SendRequest {
  readonly destination: Destination;
  readonly source: SendSource;
  readonly playlist: Playlist;
  readonly rate: number | null;
  readonly seed: string;
  readonly baseTime: string | null;
  readonly plan: Plan;
  /** Asked again before each batch, so that what the organisers switch off stops. */
  readonly permission: () => Permission;
}

export interface SendsDeps {
  readonly store: SendStore;
  readonly sendLog: SendLog;
  readonly open: (destination: Destination) => Delivery;
  /** The limits in force. */
  readonly limits: () => { readonly max_events: number | null; readonly rate_limit: number | null };
  readonly log: Log;
}

interface Active {
  readonly request: SendRequest;
  readonly abort: AbortController;
  readonly clock: RunClock;
  send: Send;
}

/** Runs sends: up to 20 at once, the others wait in line. Paused ones keep nobody waiting. */
export class SendsService {
  private readonly active = new Map<string, Active>();
  private readonly running = new Set<Promise<void>>();
  private readonly changes = new EventEmitter().setMaxListeners(0);
  private readonly shared: TokenBucket;
  private closing = false;

  constructor(private readonly deps: SendsDeps) {
    this.shared = new TokenBucket(deps.limits().rate_limit);
    const interrupted = deps.store.interruptActive();
    if (interrupted > 0) deps.log('warn', 'Sends were interrupted by a restart', { sends: interrupted });
  }

  list(limit: number): Send[] {
    return this.deps.store.list(limit).map((send) => this.active.get(send.id)?.send ?? send);
  }

  /** Throws `NotFoundError`. */
  get(id: string): Send {
    return this.active.get(id)?.send ?? this.deps.store.get(id);
  }

  usage(): Usage {
    return this.deps.store.usage(this.deps.limits().max_events);
  }

  /** Puts a send in line; throws `EventLimitError`, or `TooManyError` when the line is full. */
  start(request: SendRequest): Send {
    if (this.active.size >= ACTIVE_MAX)
      throw new TooManyError(`${ACTIVE_MAX} sends are under way. Wait for one to end.`);
    const { destination, source, playlist, rate, seed, baseTime, plan } = request;
    const send = this.deps.store.create(
      { id: randomUUID(), destination, source, total: playlist.total, rate, seed, base_time: baseTime, plan },
      this.deps.limits().max_events,
    );
    this.active.set(send.id, { request, abort: new AbortController(), clock: new RunClock(), send });
    this.next();
    return this.get(send.id);
  }

  /** Stops the send where it is, and its timeline with it. Throws `NotFoundError`, `SendEndedError` and `SendStateError`. */
  pause(id: string): Send {
    const active = this.live(id);
    if (active.clock.paused) throw new SendStateError('The send is paused already');
    active.clock.pause();
    this.setState(active, 'paused');
    this.next();
    return this.get(id);
  }

  /** Lets a paused send go on, or wait in line again. Throws `NotFoundError`, `SendEndedError` and `SendStateError`. */
  resume(id: string): Send {
    const active = this.live(id);
    if (!active.clock.paused) throw new SendStateError('The send is not paused');
    active.clock.resume();
    this.setState(active, active.send.started_at === null ? 'queued' : 'running');
    this.next();
    return this.get(id);
  }

  /** Ends a send early; what was not sent is given back. Throws `NotFoundError` and `SendEndedError`. */
  cancel(id: string, reason = 'Cancelled.'): Send {
    const active = this.live(id);
    active.abort.abort(new SendEnd('cancelled', reason));
    if (active.send.started_at === null)
      this.end(active, { state: 'cancelled', sent: 0, acknowledged: null, failed: 0, error: reason });
    return this.get(id);
  }

  /** Ends all sends to a destination that is about to go. */
  cancelTo(destinationId: string): void {
    this.cancelThose(({ destination }) => destination.id === destinationId, 'The destination was deleted.');
  }

  /** Ends all sends of an upload that is about to go. */
  cancelFrom(uploadId: string): void {
    this.cancelThose(({ source }) => source.kind === 'upload' && source.id === uploadId, 'The upload was deleted.');
  }

  /** Takes new limits over. */
  applyLimits(): void {
    this.shared.setRate(this.deps.limits().rate_limit);
  }

  /** Calls `listener` on each change of the send until the returned function is called. */
  observe(id: string, listener: (send: Send) => void): () => void {
    this.changes.on(id, listener);
    return () => void this.changes.off(id, listener);
  }

  /** Ends all sends as interrupted and resolves when the last has said what it sent. */
  async close(): Promise<void> {
    this.closing = true;
    for (const { abort } of this.active.values())
      abort.abort(new SendEnd('interrupted', 'The backend was stopped while this send was under way.'));
    await Promise.all(this.running);
  }

  private cancelThose(isMeant: (send: Send) => boolean, reason: string): void {
    for (const { send } of Array.from(this.active.values())) if (isMeant(send)) this.cancel(send.id, reason);
  }

  private live(id: string): Active {
    const active = this.active.get(id);
    if (!active) throw new SendEndedError(this.deps.store.get(id).state);
    return active;
  }

  private setState(active: Active, state: (typeof ACTIVE_STATES)[number]): void {
    this.deps.store.setState(active.send.id, state);
    this.change(active, { ...active.send, state, next_at: null });
  }

  private next(): void {
    for (const active of Array.from(this.active.values())) {
      if (this.closing || this.busy() >= RUNNING_MAX) return;
      if (active.send.state !== 'queued') continue;
      const run = this.run(active).catch((error: unknown) =>
        this.deps.log('error', 'A send could not be recorded', { send: active.send.id, error: String(error) }),
      );
      this.running.add(run);
      void run.finally(() => {
        this.running.delete(run);
        this.next();
      });
    }
  }

  private busy(): number {
    return [...this.active.values()].filter(({ send }) => send.state === 'running').length;
  }

  private async run(active: Active): Promise<void> {
    const { store, limits, open } = this.deps;
    const { request, abort, clock, send } = active;
    store.start(send.id);
    this.change(active, store.get(send.id));
    const outcome = await runSend({
      send,
      playlist: request.playlist,
      delivery: open(request.destination),
      signal: abort.signal,
      clock,
      buckets: { own: new TokenBucket(ownRate(request)), shared: this.shared },
      permission: request.permission,
      claim: (claim) => store.claim(send, claim, limits().max_events),
      record: (first, events) => this.record(send, first, events),
      onProgress: (progress) => this.change(active, { ...active.send, ...progress }),
    });
    this.end(active, outcome);
  }

  /** What was delivered stays delivered, also where its record fails, as on a full disk. */
  private record({ id }: Send, first: number, events: readonly GeneratedEvent[]): void {
    try {
      this.deps.sendLog.record(id, first, events);
    } catch (error) {
      this.deps.log('error', 'What was sent could not be noted', { send: id, error: String(error) });
    }
  }

  private end(active: Active, outcome: Outcome): void {
    const ended = this.recorded(active.send, outcome);
    this.active.delete(ended.id);
    this.change(active, ended);
    const { id, state, source, destination, total, sent, failed, error } = ended;
    this.deps.log(state === 'failed' ? 'warn' : 'info', 'Send ended', {
      send: id,
      state,
      source: source.id,
      destination: destination.id,
      total,
      sent,
      failed,
      error,
    });
  }

  /** The end is told to those who follow the send also where it cannot be kept; the next start will take it for interrupted. */
  private recorded(send: Send, outcome: Outcome): Send {
    try {
      return this.deps.store.end(send.id, outcome);
    } catch (error) {
      this.deps.log('error', 'The end of a send could not be kept', { send: send.id, error: String(error) });
      return { ...send, ...outcome, phase: null, next_at: null, ended_at: new Date().toISOString() };
    }
  }

  private change(active: Active, send: Send): void {
    active.send = send;
    this.changes.emit(send.id, send);
  }
}

export const isActive = ({ state }: Send): boolean => (ACTIVE_STATES as readonly string[]).includes(state);

function ownRate({ destination, rate }: SendRequest): number | null {
  const udp = destination.type === 'syslog' && destination.protocol === 'udp';
  return udp ? Math.min(rate ?? UDP_RATE_MAX, UDP_RATE_MAX) : rate;
}
