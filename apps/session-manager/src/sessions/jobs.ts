import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Config } from '@app/config';
import type { JobsOptions } from 'bullmq';
import type { Redis } from 'ioredis';
import { connectRedis } from '../composition/redis';
import { CONFIG } from '../composition/tokens';
import { JobQueue } from './job-queue';
import type { Session } from './session';

/** What a job is about. */
export interface SessionJob {
  readonly sessionId: string;
}

export const LAUNCH_QUEUE = 'launch';
export const RETIRE_QUEUE = 'retire';

/** How often a start is tried depends on what went wrong: `launchFailure`. */
const LAUNCH: JobsOptions = {
  attempts: 10,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: true,
  removeOnFail: true,
};
/** Ending goes on for as long as it takes: what runs must not be forgotten. The reconciler asks again after that. */
const RETIRE: JobsOptions = {
  attempts: 1_000,
  backoff: { type: 'fixed', delay: 2_000 },
  removeOnComplete: true,
  removeOnFail: true,
};

type Launching = Pick<Session, 'sessionId' | 'tokenHash' | 'rotatedFrom'>;

/** The id of the job that starts a session with the keys it has: with exchanged ones it is another, since the one before may be about to end. */
export const launchId = ({ sessionId, tokenHash, rotatedFrom }: Launching): string =>
  rotatedFrom === undefined ? sessionId : `${sessionId}.${tokenHash.slice(0, 16)}`;

/** The durable queues of starts and ends. A job's id is its session's, so asking twice is asking once. */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly connection: Redis;
  private readonly launches: JobQueue<SessionJob>;
  private readonly ends: JobQueue<SessionJob>;

  constructor(@Inject(CONFIG) config: Config) {
    this.connection = connectRedis(config);
    this.launches = new JobQueue(LAUNCH_QUEUE, this.connection);
    this.ends = new JobQueue(RETIRE_QUEUE, this.connection);
  }

  /** Exchanged keys go before the line: until then the old ones open the instance itself. */
  async launch(session: Launching): Promise<void> {
    const { sessionId, rotatedFrom } = session;
    await this.launches.add(launchId(session), { sessionId }, { ...LAUNCH, lifo: rotatedFrom !== undefined });
  }

  async retire(sessionId: string): Promise<void> {
    await this.ends.add(sessionId, { sessionId }, RETIRE);
  }

  /** Whether some replica is starting this session at this moment. */
  async isLaunching(session: Launching): Promise<boolean> {
    const queue = await this.launches.ready();
    const job = await queue.getJob(launchId(session));
    return job !== undefined && (await job.isActive());
  }

  /** How many starts of attendees wait or are under way. */
  async launching(): Promise<number> {
    const queue = await this.launches.ready();
    return queue.getJobCountByTypes('waiting', 'active', 'delayed', 'prioritized');
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled([this.launches.close(), this.ends.close()]);
    this.connection.disconnect();
  }
}
