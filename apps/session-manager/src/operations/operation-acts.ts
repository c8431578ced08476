import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Config } from '@app/config';
import { Audit } from '../auth/audit';
import { inParallel } from '../composition/in-parallel';
import { CONFIG } from '../composition/tokens';
import { isRedisAway } from '../http/redis-away';
import type { Session } from '../sessions/session';
import { SessionRestart } from '../sessions/session-restart';
import { SessionGoneError } from '../sessions/sessions.errors';
import { SessionsService } from '../sessions/sessions.service';
import type { Operation } from './operation';
import { InterruptedError } from './operations.errors';
import { failureWords, STILL_STOPPING, UNEXPECTED, type FailureWords } from './operation-failure';
import { OperationsRepository } from './operations.repository';
import { SessionEnds } from './session-ends';

const PARALLEL = 16;

/**
 * What an operation does to its sessions. A manager may die between any two steps, and another one begins where it was: nothing is done twice, and
 * whatever was done is on record.
 */
@Injectable()
export class OperationActs {
  private readonly logger = new Logger('Operations');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: OperationsRepository,
    private readonly sessions: SessionsService,
    private readonly restarts: SessionRestart,
    private readonly ends: SessionEnds,
    private readonly audit: Audit,
  ) {}

  /** Acts on each session that was not counted yet, and counts it; begins nothing new once the signal aborts. */
  async run(operation: Operation, signal: AbortSignal, onStep: () => void): Promise<void> {
    const { operationId, action } = operation;
    const settle = async (sessionId: string, words?: FailureWords) => {
      await this.repository.settle(operationId, sessionId, words && { sessionId, ...words });
      onStep();
    };
    const ending: string[] = [];
    const parallel = action === 'restart' ? this.config.instances.launchConcurrency : PARALLEL;
    const rest = await this.repository.unsettled(operationId);
    await inParallel(until(signal, rest), parallel, async (sessionId) => {
      const failure = await this.attempt(operation, sessionId);
      if (failure === undefined && action === 'terminate') ending.push(sessionId);
      else await settle(sessionId, failure);
    });
    const left = await this.ends.untilGone(ending, signal, settle);
    if (signal.aborted) return;
    for (const sessionId of left) await settle(sessionId, STILL_STOPPING);
  }

  /** Answers why it did not work. */
  private async attempt(operation: Operation, sessionId: string): Promise<FailureWords | undefined> {
    try {
      await this.act(operation, sessionId);
      return undefined;
    } catch (error) {
      if (isRedisAway(error)) throw error;
      const words = failureWords(error);
      if (words === undefined) {
        const { stack } = error as Error;
        this.logger.error(`Failed to ${operation.action} session ${sessionId}`, { sessionId, stack });
      }
      return words ?? UNEXPECTED;
    }
  }

  private act(operation: Operation, sessionId: string): Promise<void> {
    switch (operation.action) {
      case 'extend':
        return this.extend(operation, sessionId);
      case 'terminate':
        return this.beginEnd(operation, sessionId);
      case 'restart':
        return this.restart(operation, sessionId);
    }
  }

  private async extend(operation: Operation, sessionId: string): Promise<void> {
    const { operationId, hours } = operation;
    await this.sessions.extend(
      sessionId,
      hours,
      this.sessions.latestForOrganisers(),
      this.repository.once(operationId),
    );
    await this.record(operation, 'extended', sessionId);
  }

  private async beginEnd(operation: Operation, sessionId: string): Promise<void> {
    const { operationId } = operation;
    const isOurs = await this.repository.hasActed(operationId, sessionId);
    let session: Session;
    try {
      session = await this.sessions.get(sessionId);
    } catch (error) {
      if (isOurs && error instanceof SessionGoneError) return;
      throw error;
    }
    if (!isOurs) {
      await this.record(operation, 'terminated', sessionId);
      await this.repository.markActed(operationId, sessionId);
    }
    await this.sessions.beginEnd(session, 'terminated');
  }

  private async restart(operation: Operation, sessionId: string): Promise<void> {
    const session = await this.restarts.restartable(sessionId);
    if (!(await this.repository.markActed(operation.operationId, sessionId))) throw new InterruptedError();
    await this.record(operation, 'restarted', sessionId);
    await this.restarts.restart(session);
  }

  private record(operation: Operation, action: string, sessionId: string): Promise<void> {
    const { actor, address, operationId, hours } = operation;
    const detail = { ...(hours === undefined ? {} : { hours }), operation: operationId };
    return this.audit.record({ user: { username: actor }, ip: address }, action, sessionId, detail);
  }
}

function* until(signal: AbortSignal, ids: readonly string[]): Generator<string> {
  for (const id of ids) {
    if (signal.aborted) return;
    yield id;
  }
}
