import { Injectable } from '@nestjs/common';
import { Audit, type Actor } from '../auth/audit';
import { EngineAwayError } from '../http/engine-problem';
import { InstanceStates } from '../instances/instance-states';
import { makeApiKey, sha256 } from '../instances/secrets';
import { STEPS, type Session, type SessionChange } from '../sessions/session';
import {
  IdempotencyMismatchError,
  KeysExchangedError,
  RotatedJustNowError,
  SessionNotActiveError,
} from '../sessions/sessions.errors';
import { SessionsService } from '../sessions/sessions.service';
import { makeToken, tokenAgain } from '../waiting/owner-token';
import { RotationRepository, type RotationRecord } from './rotation.repository';

/** How long a request waits for the end of the instance that has the old keys. */
const END_WAIT_MS = 15_000;
/** How long an owner waits for the next exchange: exchanged keys go before the line of starts. */
const PAUSE_MS = 30_000;

/** A session with the token that opens it from now on, which only who asked for it ever sees. */
export interface Rotation {
  readonly session: Session;
  readonly token: string;
}

/** Exchanges the keys of running sessions: whoever had the old ones is out. What the instance holds stays, and so do its ports and its expiry. */
@Injectable()
export class RotationService {
  constructor(
    private readonly repository: RotationRepository,
    private readonly sessions: SessionsService,
    private readonly states: InstanceStates,
    private readonly audit: Audit,
  ) {}

  /**
   * Gives the session a new token and its instance a new API key, and has it started anew; answers at once. A repetition with the same
   * Idempotency-Key answers what the first one got. `organiser` is who acts, where it is not the owner.
   * @throws SessionNotActiveError, KeysExchangedError, RotatedJustNowError, IdempotencyMismatchError, EngineAwayError, SessionGoneError,
   * SessionNotFoundError
   */
  async rotate(session: Session, idempotencyKey: string | undefined, organiser?: Actor): Promise<Rotation> {
    const { sessionId, status } = session;
    const earlier = idempotencyKey && (await this.repository.earlier(sessionId, idempotencyKey));
    if (idempotencyKey && earlier) {
      if (!organiser && earlier.from !== session.tokenHash) throw new IdempotencyMismatchError();
      return this.repeat(session, idempotencyKey, earlier);
    }
    if (status !== 'active') throw new SessionNotActiveError(sessionId, status);
    // Without the engine, the old keys would go on opening the instance itself.
    if (!this.states.isConnected) throw new EngineAwayError();
    const { token, nonce } = makeToken(idempotencyKey);
    const rotated = await this.repository.rotate(session, {
      tokenHash: sha256(token),
      apiKey: makeApiKey(),
      pauseMs: organiser ? 0 : PAUSE_MS,
      ...(idempotencyKey !== undefined && nonce !== undefined && { repetition: { idempotencyKey, nonce } }),
    });
    switch (rotated.outcome) {
      case 'rotated':
        if (organiser) await this.audit.record(organiser, 'exchanged keys', sessionId);
        await this.sessions.launchSoon(rotated.session);
        return { session: rotated.session, token };
      case 'replay':
        return this.repeat(session, idempotencyKey ?? '', rotated.record);
      case 'paused':
        throw new RotatedJustNowError(Math.ceil(rotated.forMs / 1_000));
      case 'refused':
        throw await this.refusal(session);
    }
  }

  /**
   * Resolves with the session once nothing answers to its old keys any more, or after a while.
   * @throws SessionGoneError, SessionNotFoundError when its keys were exchanged once more
   */
  async untilOldIsGone(session: Session): Promise<Session> {
    await this.sessions.until(session, isReplaced, END_WAIT_MS);
    return this.sessions.again(session);
  }

  private async repeat({ sessionId }: Session, idempotencyKey: string, { nonce }: RotationRecord): Promise<Rotation> {
    const token = tokenAgain(idempotencyKey, nonce);
    const session = await this.sessions.again({ sessionId, tokenHash: sha256(token) });
    // The first one may have died before it came to that.
    if (session.status === 'creating') await this.sessions.launchSoon(session);
    return { session, token };
  }

  private async refusal({ sessionId, tokenHash }: Session): Promise<Error> {
    const now = await this.sessions.get(sessionId);
    return now.tokenHash === tokenHash
      ? new SessionNotActiveError(sessionId, now.status)
      : new KeysExchangedError(sessionId);
  }
}

/** The containers that a launch finds are gone before it makes its own. */
const isReplaced = ({ status, step }: SessionChange): boolean =>
  status !== 'creating' || STEPS[step].percent >= STEPS.containers.percent;
