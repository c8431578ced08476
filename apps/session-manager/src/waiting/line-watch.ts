import { Injectable } from '@nestjs/common';
import {
  auditTime,
  catchError,
  defer,
  EMPTY,
  filter,
  from,
  interval,
  merge,
  share,
  Subject,
  switchMap,
  type Observable,
} from 'rxjs';
import { hasEnded } from '../sessions/session';
import { SessionEvents } from '../sessions/session-events';
import { SessionsRepository } from '../sessions/sessions.repository';
import { SettingsService } from '../sessions/settings.service';
import { estimateWait, type LineState } from './estimate';
import { TicketsRepository } from './tickets.repository';

/** Changes that come together are looked at once. */
const SETTLE_MS = 100;
/** Other replicas' changes are noticed within this. */
const LOOK_MS = 2_000;

/** The line at one moment. */
export class Line {
  private readonly places: ReadonlyMap<string, number>;

  constructor(
    ids: readonly string[],
    private readonly state: LineState,
    /** How many of the places that are taken are kept for reservations. */
    readonly reserved: number,
  ) {
    this.places = new Map(ids.map((id, index) => [id, index + 1]));
  }

  get length(): number {
    return this.places.size;
  }

  /** Places that sessions have, or that are kept for reservations. */
  get taken(): number {
    return this.state.taken;
  }

  /** How many sessions there may be. */
  get cap(): number {
    return this.state.cap;
  }

  /** Launches that would get an instance now. Nobody overtakes the line: whoever comes while others wait waits, too. */
  get available(): number {
    return this.length > 0 ? 0 : Math.max(0, this.cap - this.taken);
  }

  /** From 1; `undefined` for a ticket that is not in line. */
  placeOf(ticketId: string): number | undefined {
    return this.places.get(ticketId);
  }

  /** Whole seconds until the place-th gets in; `undefined` when nothing tells. */
  secondsUntil(place: number): number | undefined {
    const wait = estimateWait(place, this.state);
    return wait === undefined ? undefined : Math.ceil(wait / 1_000);
  }
}

/** Reads the line once for all who wait here, however many they are. */
@Injectable()
export class LineWatch {
  private readonly touched = new Subject<void>();
  private last: { readonly line: Promise<Line>; readonly at: number } | undefined;

  /** The line after each change, for as long as somebody listens. */
  readonly changes: Observable<Line>;

  constructor(
    private readonly tickets: TicketsRepository,
    private readonly sessions: SessionsRepository,
    private readonly settings: SettingsService,
    events: SessionEvents,
  ) {
    const moves = events.all.pipe(filter((change) => change.ticketId !== undefined || hasEnded(change)));
    this.changes = merge(this.touched, moves, interval(LOOK_MS)).pipe(
      auditTime(SETTLE_MS),
      switchMap(() => defer(() => from(this.read())).pipe(catchError(() => EMPTY))),
      share(),
    );
  }

  /** Somebody joined or left here. */
  noteChange(): void {
    this.last = undefined;
    this.touched.next();
  }

  /** The line as it was a moment ago at most. */
  now(): Promise<Line> {
    const { last } = this;
    if (last !== undefined && performance.now() - last.at < SETTLE_MS) return last.line;
    const line = this.read();
    this.last = { line, at: performance.now() };
    return line;
  }

  private async read(): Promise<Line> {
    const now = new Date();
    const [ids, sessions, reserved, { max_sessions: cap }, ends] = await Promise.all([
      this.tickets.line(),
      this.sessions.count(),
      this.sessions.reserved(now),
      this.settings.current(),
      this.tickets.ends(),
    ]);
    const taken = sessions + reserved;
    const expiries = await this.tickets.expiries(ids.length + 1 + Math.max(0, taken - cap));
    return new Line(ids, { now: now.getTime(), cap, taken, ends, expiries }, reserved);
  }
}
