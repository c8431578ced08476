import { Injectable } from '@nestjs/common';
import {
  catchError,
  defer,
  EMPTY,
  exhaustMap,
  filter,
  firstValueFrom,
  from,
  interval,
  merge,
  takeUntil,
  takeWhile,
  tap,
  timer,
  type MonoTypeOperatorFunction,
  type Observable,
} from 'rxjs';
import { changeOf, hasEnded, STATUSES, STEPS, type Session, type SessionChange } from './session';
import { SessionEvents } from './session-events';
import { SessionsRepository } from './sessions.repository';

const HEARTBEAT_MS = 15_000;
const LOOK_MS = 2_000;

/** Follows one session: its state now, then each change. */
@Injectable()
export class SessionWatch {
  constructor(
    private readonly events: SessionEvents,
    private readonly repository: SessionsRepository,
  ) {}

  /**
   * The present state, then each change until the end. The state is read again every `ms`, told again, and so is what a lost
   * connection to Redis swallowed; for whoever listens it is a sign of life.
   */
  follow({ sessionId }: Pick<Session, 'sessionId'>, ms = HEARTBEAT_MS): Observable<SessionChange> {
    const live = this.events.all.pipe(filter((change) => change.sessionId === sessionId));
    const again = interval(ms).pipe(exhaustMap(() => from(this.present(sessionId)).pipe(catchError(() => EMPTY))));
    return merge(
      live,
      defer(() => from(this.present(sessionId))),
      again,
    ).pipe(
      onlyForward(),
      takeWhile((change) => !hasEnded(change), true),
    );
  }

  /** Resolves with the first state that `until` accepts, or `undefined` after `ms`. */
  async waitFor(
    session: Pick<Session, 'sessionId'>,
    until: (change: SessionChange) => boolean,
    ms: number,
  ): Promise<SessionChange | undefined> {
    return firstValueFrom(this.follow(session, LOOK_MS).pipe(filter(until), takeUntil(timer(ms))), {
      defaultValue: undefined,
    });
  }

  private async present(sessionId: string): Promise<SessionChange> {
    const session = await this.repository.find(sessionId);
    if (session !== undefined) return changeOf(session);
    const past = await this.repository.findEnded(sessionId);
    return {
      sessionId,
      tokenHash: past?.tokenHash ?? '',
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

/**
 * Drops what is older than what was already told: events that the first read overtook, and the steps of a second try. With other keys a
 * session starts anew.
 */
const onlyForward = (): MonoTypeOperatorFunction<SessionChange> => (changes) =>
  defer(() => {
    let last: SessionChange | undefined;
    return changes.pipe(
      filter((change) => last === undefined || change.tokenHash !== last.tokenHash || rank(change) >= rank(last)),
      tap((change) => {
        last = change;
      }),
    );
  });
