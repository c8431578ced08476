import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@app/config';
import {
  catchError,
  defer,
  distinctUntilChanged,
  EMPTY,
  exhaustMap,
  filter,
  from,
  ignoreElements,
  interval,
  merge,
  switchMap,
  takeWhile,
  timer,
  type Observable,
} from 'rxjs';
import { CONFIG } from '../composition/tokens';
import { UserLimitError } from '../sessions/sessions.errors';
import type { Idempotency, IdempotencyRecord } from '../sessions/admissions.repository';
import { LineWatch, type Line } from './line-watch';
import { Promoter } from './promoter';
import type { Ticket } from './ticket';
import { TicketsRepository } from './tickets.repository';
import { LineFullError, TicketAdmittedError, TicketGoneError } from './waiting.errors';

const HEARTBEAT_MS = 15_000;
const MOST_PRESENCE_MS = 10_000;

/** A ticket and how it stands at this moment. */
export interface TicketView {
  readonly ticket: Ticket;
  /** From 1; `undefined` once it is not in line any more. */
  readonly place?: number;
  readonly lineLength: number;
  readonly waitSeconds?: number;
}

/** What those who wait do. */
@Injectable()
export class WaitingRoom {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly tickets: TicketsRepository,
    private readonly line: LineWatch,
    private readonly promoter: Promoter,
  ) {}

  get isOpen(): boolean {
    return this.config.waiting.places > 0;
  }

  /**
   * Gives a place at the end of the line, or answers what the same Idempotency-Key got before.
   * @throws UserLimitError, LineFullError
   */
  async join(
    request: Pick<Ticket, 'userId' | 'metadata' | 'tokenHash'>,
    idempotency?: Idempotency,
  ): Promise<TicketView | IdempotencyRecord> {
    const { userId, metadata, tokenHash } = request;
    const ticketId = randomBytes(12).toString('hex');
    const ticket: Ticket = { ticketId, userId, metadata, tokenHash, createdAt: new Date() };
    const enqueued = await this.tickets.enqueue({
      ticket,
      perUser: this.config.sessions.maxPerUser,
      places: this.config.waiting.places,
      ...(idempotency && { idempotency }),
    });
    switch (enqueued.outcome) {
      case 'user_limit':
        throw new UserLimitError(enqueued.limit);
      case 'line_full':
        throw new LineFullError(enqueued.limit);
      case 'replay':
        return enqueued.record;
      case 'queued':
        this.line.noteChange();
        this.promoter.look();
        return this.view(ticket);
    }
  }

  find(ticketId: string): Promise<Ticket | undefined> {
    return this.tickets.find(ticketId);
  }

  async view(ticket: Ticket): Promise<TicketView> {
    const view = await this.viewIn(await this.line.now(), ticket);
    if (isSettled(view)) return view;
    // The line was read before the ticket joined it.
    this.line.noteChange();
    return this.viewIn(await this.line.now(), ticket);
  }

  /** The holder is there. */
  touch({ ticketId }: Ticket): Promise<void> {
    return this.tickets.touch(ticketId);
  }

  /**
   * Gives the place up.
   * @throws TicketAdmittedError, TicketGoneError
   */
  async leave({ ticketId }: Ticket): Promise<void> {
    if (await this.tickets.leave(ticketId, 'left')) return this.line.noteChange();
    const ticket = await this.tickets.find(ticketId);
    if (ticket?.sessionId !== undefined) throw new TicketAdmittedError(ticket.sessionId);
    throw new TicketGoneError(ticketId, ticket?.endReason ?? 'lost');
  }

  /**
   * The ticket now, then whenever its place or the line's length changes, until it is in line no more. Now and then it is told again: a
   * sign of life. Whoever listens is there.
   */
  follow(ticket: Ticket, isHolder: boolean): Observable<TicketView> {
    const standing = merge(
      defer(() => from(this.line.now())),
      this.line.changes,
    ).pipe(
      switchMap((line) => this.viewIn(line, ticket)),
      filter(isSettled),
      distinctUntilChanged((a, b) => a.place === b.place && a.lineLength === b.lineLength),
    );
    const again = interval(HEARTBEAT_MS).pipe(exhaustMap(() => quietly(() => this.view(ticket))));
    const presence = isHolder
      ? timer(0, Math.min(MOST_PRESENCE_MS, this.config.waiting.timeoutMs / 3)).pipe(
          exhaustMap(() => quietly(() => this.touch(ticket))),
          ignoreElements(),
        )
      : EMPTY;
    return merge(standing, again, presence).pipe(takeWhile((view) => !isOver(view), true));
  }

  private async viewIn(line: Line, ticket: Ticket): Promise<TicketView> {
    const place = line.placeOf(ticket.ticketId);
    if (place === undefined) {
      const present = await this.tickets.find(ticket.ticketId);
      return { ticket: present ?? { ...ticket, endReason: 'lost' }, lineLength: line.length };
    }
    const waitSeconds = line.secondsUntil(place);
    return { ticket, place, lineLength: line.length, ...(waitSeconds === undefined ? {} : { waitSeconds }) };
  }
}

const isOver = ({ ticket: { sessionId, endReason } }: TicketView): boolean =>
  sessionId !== undefined || endReason !== undefined;

/** Whether the line was read late enough to tell of the ticket. */
const isSettled = (view: TicketView): boolean => view.place !== undefined || isOver(view);

/** Redis that is away is asked again the next time. */
const quietly = <T>(work: () => Promise<T>): Observable<T> => defer(() => from(work())).pipe(catchError(() => EMPTY));
