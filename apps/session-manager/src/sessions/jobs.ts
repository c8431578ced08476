import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Config } from '@app/config';
import { Queue, type JobsOptions } from 'bullmq';
import type { Redis } from 'ioredis';
import { connectRedis } from '../composition/redis';
import { CONFIG } from '../composition/tokens';

/** What a job is about. */
export interface SessionJob {
  readonly sessionId: string;
}

export const JOB_PREFIX = 'jobs';
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

type QueueName = typeof LAUNCH_QUEUE | typeof RETIRE_QUEUE;

/** The durable queues of starts and ends. A job's id is its session's, so asking twice is asking once. */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly connection: Redis;
  private readonly queues = new Map<QueueName, Queue<SessionJob>>();

  constructor(@Inject(CONFIG) config: Config) {
    this.connection = connectRedis(config);
  }

  async launch(sessionId: string): Promise<void> {
    const queue = await this.queue(LAUNCH_QUEUE);
    await queue.add('launch', { sessionId }, { ...LAUNCH, jobId: sessionId });
  }

  async retire(sessionId: string): Promise<void> {
    const queue = await this.queue(RETIRE_QUEUE);
    await queue.add('retire', { sessionId }, { ...RETIRE, jobId: sessionId });
  }

  /** Whether some replica is starting this session at this moment. */
  async isLaunching(sessionId: string): Promise<boolean> {
    const queue = await this.queue(LAUNCH_QUEUE);
    const job = await queue.getJob(sessionId);
    return job !== undefined && (await job.isActive());
  }

  /** How many starts of attendees wait or are under way. */
  async launching(): Promise<number> {
    const queue = await this.queue(LAUNCH_QUEUE);
    return queue.getJobCountByTypes('waiting', 'active', 'delayed', 'prioritized');
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled([...this.queues.values()].map((queue) => queue.close()));
    this.connection.disconnect();
  }

  /** A queue remembers for ever that Redis was away when it was made: such a one is thrown away. */
  private async queue(name: QueueName): Promise<Queue<SessionJob>> {
    const queue = this.queues.get(name) ?? this.makeQueue(name);
    try {
      await queue.waitUntilReady();
      return queue;
    } catch (error) {
      this.queues.delete(name);
      throw error;
    }
  }

  private makeQueue(name: QueueName): Queue<SessionJob> {
    const queue = new Queue<SessionJob>(name, { connection: this.connection, prefix: JOB_PREFIX });
    queue.on('error', () => undefined);
    this.queues.set(name, queue);
    return queue;
  }
}
