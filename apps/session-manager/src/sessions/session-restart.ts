import { Injectable } from '@nestjs/common';
import { EngineError, EngineUnavailableError, InstanceNotFoundError, Orchestrator } from '@app/orchestrator';
import { isRedisAway } from '../http/redis-away';
import { launchFailure } from './launch-error';
import type { Session } from './session';
import { SessionConfigurator } from './session-configurator';
import { LaunchFailedError, SessionNotActiveError } from './sessions.errors';
import { SessionsRepository } from './sessions.repository';
import { SessionsService } from './sessions.service';

const TIMEOUT_MS = 120_000;
/** So much of the engine's text is told. */
const MOST_WORDS = 500;
const ADVICE = 'What is on its volume is kept: read its logs, then restart it again.';

/** Restarts the servers of a session's instance; its addresses, its token and all that is on its volume stay. */
@Injectable()
export class SessionRestart {
  constructor(
    private readonly orchestrator: Orchestrator,
    private readonly sessions: SessionsService,
    private readonly repository: SessionsRepository,
    private readonly configurator: SessionConfigurator,
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
   * Resolves with the session once both servers answer again and know the newest configuration. What fails halfway is brought up by the
   * reconciler.
   * @throws LaunchFailedError, EngineUnavailableError; SessionNotActiveError, SessionGoneError when it ended meanwhile
   */
  async restart({ sessionId, ...ref }: Session): Promise<Session> {
    // One that somebody had stopped by hand is to run again, also when this does not come to its end.
    await this.repository.setStoppedByHand(sessionId, false);
    try {
      await this.orchestrator.restart({ ...ref, sessionId }, AbortSignal.timeout(TIMEOUT_MS));
      const session = await this.restartable(sessionId);
      if (!(await this.configurator.isCurrent(session))) await this.configurator.apply(session);
    } catch (error) {
      if (error instanceof EngineUnavailableError || isRedisAway(error)) throw error;
      await this.restartable(sessionId);
      throw new LaunchFailedError(wordsOf(error), ADVICE, { cause: error });
    }
    return this.sessions.get(sessionId);
  }
}

/** Only organisers restart: they may read what the engine itself says. */
function wordsOf(error: unknown): string {
  if (error instanceof InstanceNotFoundError) return 'The containers of this instance are gone.';
  if (error instanceof EngineError) return `The container engine refused: ${error.message.slice(0, MOST_WORDS)}.`;
  return launchFailure(error).words;
}
