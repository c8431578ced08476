import { Injectable } from '@nestjs/common';
import {
  catchError,
  concat,
  defer,
  EMPTY,
  exhaustMap,
  filter,
  finalize,
  firstValueFrom,
  from,
  interval,
  merge,
  ReplaySubject,
  takeUntil,
  takeWhile,
  tap,
  timer,
  type MonoTypeOperatorFunction,
  type Observable,
} from 'rxjs';
import { changeOf, STATUSES, STEPS, type Session, type SessionChange } from './session';
import { SessionEvents } from './session-events';
import { SessionsRepository } from './sessions.repository';

/** Follows one session: its state now, then each change. */
@Injectable()
export class SessionWatch {
  constructor(
    private readonly events: SessionEvents,
    private readonly repository: SessionsRepository,
  ) {}

  /** The present state and every change after it, none missed; completes after the end. */
  follow(session: Pick<Session, 'sessionId'>): Observable<SessionChange> {
    return defer(() => {
      const live = new ReplaySubject<SessionChange>();
      const subscription = this.events.all
        .pipe(filter(({ sessionId }) => sessionId === session.sessionId))
        .subscribe(live);
      return concat(from(this.present(session.sessionId)), live).pipe(
        onlyForward(),
        takeWhile(({ status }) => status !== 'ended' && status !== 'failed', true),
        finalize(() => subscription.unsubscribe()),
      );
    });
  }

  /**
   * Resolves with the first state that `until` accepts, or `undefined` after `ms`. The record is read again now and then, so
   * that an event lost with a Redis connection does not make anybody wait for ever.
   */
  async waitFor(
    session: Pick<Session, 'sessionId'>,
    until: (change: SessionChange) => boolean,
    ms: number,
  ): Promise<SessionChange | undefined> {
    const again = interval(2_000).pipe(
      exhaustMap(() => from(this.present(session.sessionId)).pipe(catchError(() => EMPTY))),
    );
    return firstValueFrom(merge(this.follow(session), again).pipe(filter(until), takeUntil(timer(ms))), {
      defaultValue: undefined,
    });
  }

  private async present(sessionId: string): Promise<SessionChange> {
    const session = await this.repository.find(sessionId);
    if (session !== undefined) return changeOf(session);
    const past = await this.repository.findEnded(sessionId);
    return {
      sessionId,
      status: past?.status ?? 'ended',
      step: 'queued',
      expiresAt: (past?.expiresAt ?? new Date()).toISOString(),
      endReason: past?.endReason ?? 'lost',
      ...(past?.error === undefined ? {} : { error: past.error }),
      ...(past?.errorCode === undefined ? {} : { errorCode: past.errorCode }),
    };
  }
}

const rank = ({ status, step }: SessionChange): number => 1_000 * STATUSES.indexOf(status) + STEPS[step].percent;

/** Drops what is older than what was already told: events that the first read overtook, and the steps of a second try. */
const onlyForward = (): MonoTypeOperatorFunction<SessionChange> => (changes) =>
  defer(() => {
    let reached = -1;
    return changes.pipe(
      filter((change) => rank(change) >= reached),
      tap((change) => {
        reached = rank(change);
      }),
    );
  });
