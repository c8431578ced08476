import { Injectable } from '@nestjs/common';
import { Orchestrator, ServiceNotReadyError } from '@app/orchestrator';
import { launchFailure } from './launch-error';
import type { Session } from './session';
import { LaunchFailedError, SessionNotActiveError } from './sessions.errors';
import { SessionsRepository } from './sessions.repository';
import { SessionsService } from './sessions.service';

const TIMEOUT_MS = 120_000;

/** Restarts the servers of a session's instance; its addresses and all that is on its volume stay. */
@Injectable()
export class SessionRestart {
  constructor(
    private readonly orchestrator: Orchestrator,
    private readonly sessions: SessionsService,
    private readonly repository: SessionsRepository,
  ) {}

  /**
   * The session, when its instance may be restarted.
   * @throws SessionNotActiveError, SessionGoneError, SessionNotFoundError
   */
  async restartable(sessionId: string): Promise<Session> {
    const session = await this.sessions.get(sessionId);
    if (session.status !== 'active') throw new SessionNotActiveError(sessionId, session.status);
    return session;
  }

  /**
   * Resolves with the session once both servers answer again.
   * @throws LaunchFailedError
   */
  async restart(session: Session): Promise<Session> {
    try {
      // PENDING: restart, which the drivers are about to learn.
      await this.orchestrator.resume(session, AbortSignal.timeout(TIMEOUT_MS));
    } catch (error) {
      if (error instanceof ServiceNotReadyError) throw new LaunchFailedError(launchFailure(error).words);
      throw error;
    }
    // One that somebody had stopped by hand runs again.
    await this.repository.setStoppedByHand(session.sessionId, false);
    return this.sessions.get(session.sessionId);
  }
}
