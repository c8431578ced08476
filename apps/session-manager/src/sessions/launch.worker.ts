import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Config } from '@app/config';
import { UnrecoverableError, type Job } from 'bullmq';
import { CONFIG } from '../composition/tokens';
import { isRedisAway } from '../http/redis-away';
import { InstancesService } from '../instances/instances.service';
import { ServiceNotReadyError } from '@app/orchestrator';
import { Claims } from './claims';
import { JobWorker } from './job-worker';
import { Jobs, LAUNCH_QUEUE, launchId, type SessionJob } from './jobs';
import { launchFailure } from './launch-error';
import type { Session } from './session';
import { SessionConfigurator } from './session-configurator';
import { SessionEvents } from './session-events';
import { SessionsRepository, type SessionFields } from './sessions.repository';

/** A session that kills its worker this often is given up. */
const MOST_LAUNCHES = 6;
const AGAIN = 'It is tried again by itself; what it holds is kept.';

/** Works off the starts: a bounded number at once, taken over by another replica when this one dies. */
@Injectable()
export class LaunchWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Sessions');
  private worker?: JobWorker<SessionJob>;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: SessionsRepository,
    private readonly instances: InstancesService,
    private readonly configurator: SessionConfigurator,
    private readonly events: SessionEvents,
    private readonly jobs: Jobs,
    private readonly claims: Claims,
  ) {}

  onApplicationBootstrap(): void {
    this.worker = new JobWorker<SessionJob>(this.config, LAUNCH_QUEUE, (job) => this.process(job), {
      concurrency: this.config.instances.launchConcurrency,
      maxStalledCount: MOST_LAUNCHES,
    });
  }

  /** Lets the running starts end. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker?.close();
  }

  private async process(job: Job<SessionJob>): Promise<void> {
    const session = await this.repository.find(job.data.sessionId);
    // A late job of the keys before: another starts it with those of now.
    if (session?.status !== 'creating' || job.id !== launchId(session)) return;
    const { sessionId } = session;
    const launches = session.launches + 1;
    // What is on its volume is somebody's: a start with exchanged keys is never given up.
    const hopeless = launches > MOST_LAUNCHES && session.rotatedFrom === undefined;
    await this.repository.advance(session, { launches });
    try {
      if (hopeless) throw new Error(`${MOST_LAUNCHES} starts did not come to an end`);
      await this.launch({ ...session, launches });
    } catch (error) {
      await this.failed(job, session, error, hopeless);
    }
    if (!(await this.isWanted(sessionId))) await this.jobs.retire(sessionId);
  }

  private async launch(session: Session): Promise<void> {
    const cancelled = new AbortController();
    const subscription = this.events.all.subscribe(({ sessionId, status, tokenHash }) => {
      if (sessionId !== session.sessionId) return;
      if (status !== 'creating' || tokenHash !== session.tokenHash) cancelled.abort();
    });
    const signal = AbortSignal.any([cancelled.signal, AbortSignal.timeout(2 * this.config.instances.launchTimeoutMs)]);
    const began = performance.now();
    let current: Session = session;
    const advance = async (fields: SessionFields) => {
      if (!(await this.repository.advance(current, fields))) cancelled.abort();
      current = { ...current, ...fields };
    };
    try {
      if (session.warm && session.launches === 1 && (await this.bound(session, signal))) return;
      await advance({ step: 'ports' });
      let recorded: Promise<void> = Promise.resolve();
      // Whatever was claimed, what is started now is the session's from its birth.
      const { warm: _claimed, ...request } = session;
      await this.instances.launch(request, {
        signal,
        onPorts: (ports) => advance({ ports }),
        onStep: (step) => {
          recorded = recorded.then(() => advance({ step }));
          // Awaited below; until then a rejection must not count as unhandled, which would end the program.
          recorded.catch(() => undefined);
        },
      });
      await recorded;
      await advance({ step: 'configured' });
      await this.configurator.apply(current, signal);
      // The settings may have changed while they travelled; `isCurrent` is repaired by the reconciler.
      if (await this.becomeActive(current)) {
        const done = session.rotatedFrom === undefined ? 'Created session' : 'Exchanged the keys of session';
        this.logger.log(`${done} ${session.sessionId}`, {
          sessionId: session.sessionId,
          milliseconds: Math.round(performance.now() - began),
        });
      }
    } finally {
      subscription.unsubscribe();
    }
  }

  /** Answers whether it did. Exchanged keys are no launch of the organisers' log. */
  private becomeActive(session: Session): Promise<boolean> {
    const active = { status: 'active', step: 'done' } as const;
    if (session.rotatedFrom === undefined) return this.repository.endLaunch(session, active, { how: 'cold' });
    return this.repository.advance(session, {
      ...active,
      rotatedFrom: undefined,
      error: undefined,
      errorCode: undefined,
    });
  }

  /** Finishes a claim that was cut short. What does not answer is started anew, on the same ports and volume. */
  private async bound(session: Session, signal: AbortSignal): Promise<boolean> {
    try {
      await this.claims.bind(session, signal);
      return true;
    } catch (error) {
      signal.throwIfAborted();
      const { sessionId } = session;
      this.logger.warn(`The warm instance of ${sessionId} is started anew`, { sessionId, error: String(error) });
      return false;
    }
  }

  /** Leaves the job to be tried again, or ends the session with what the owner should know; one whose keys were exchanged is not ended. */
  private async failed(job: Job<SessionJob>, session: Session, error: unknown, hopeless: boolean): Promise<void> {
    const { sessionId } = session;
    if (isRedisAway(error)) throw error;
    if (!(await this.isWanted(sessionId))) return;
    const failure = launchFailure(error);
    this.logger.error(`Failed to start session ${sessionId}: ${(error as Error).message}`, {
      sessionId,
      ...(error instanceof ServiceNotReadyError ? { logs: error.logs } : { stack: (error as Error).stack }),
    });
    const last = hopeless || job.attemptsMade + 1 >= failure.tries;
    if (!last) throw error;
    const latest = (await this.repository.find(sessionId)) ?? session;
    if (latest.rotatedFrom !== undefined) {
      const { step } = latest;
      await this.repository.advance(latest, { step, error: `${failure.words} ${AGAIN}`, errorCode: failure.code });
      // The reconciler asks for the next try.
      throw new UnrecoverableError(failure.words);
    }
    const ended = await this.repository.endLaunch(
      latest,
      { status: 'stopping', endReason: 'failed', error: failure.words, errorCode: failure.code },
      { how: 'failed', ...failure },
    );
    // Another run of the same start, which took over from this one, may have made it active.
    if (!ended) return;
    await this.jobs.retire(sessionId);
    throw new UnrecoverableError(failure.words);
  }

  private async isWanted(sessionId: string): Promise<boolean> {
    const status = (await this.repository.find(sessionId))?.status;
    return status === 'creating' || status === 'active';
  }
}
