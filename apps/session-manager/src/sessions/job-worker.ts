import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Config } from '@app/config';
import { Worker, type Processor } from 'bullmq';
import { connectBlockingRedis } from '../composition/redis';
import { isRedisAway } from '../http/redis-away';
import { JOB_PREFIX } from './job-queue';

/** A job whose worker died is taken over after this long. */
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 3_000;
/** How long a stop waits for the worker itself once no job runs, or while Redis is away: ends of jobs could not be recorded then. */
const CLOSE_MS = 3_000;

export interface JobWorkerOptions {
  readonly concurrency: number;
  /** How often a job may lose its worker before it is given up; the reconciler asks again after that. */
  readonly maxStalledCount: number;
}

/** Works off one queue until it is closed. */
export class JobWorker<T> {
  private readonly logger = new Logger('Jobs');
  private readonly connection;
  private readonly worker: Worker<T>;
  private running = 0;

  constructor(config: Config, queue: string, processor: Processor<T>, options: JobWorkerOptions) {
    this.connection = connectBlockingRedis(config);
    const counted: Processor<T> = async (...job) => {
      this.running++;
      try {
        return await (processor(...job) as Promise<unknown>);
      } finally {
        this.running--;
      }
    };
    this.worker = new Worker<T>(queue, counted, {
      connection: this.connection,
      prefix: JOB_PREFIX,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_CHECK_MS,
      ...options,
    });
    this.worker.on('error', (error) => {
      if (!isRedisAway(error)) this.logger.warn(`Failed to work off ${queue}`, { error: String(error) });
    });
  }

  /**
   * Takes no new job and resolves when the running ones have ended; without Redis it does not wait for them. A worker whose Redis was away a
   * moment ago may never say that it is closed.
   */
  async close(): Promise<void> {
    const closed = this.worker.close().catch(() => undefined);
    const ended = (async () => {
      while (this.running > 0 && this.connection.status === 'ready') await sleep(100);
      await sleep(CLOSE_MS);
    })();
    await Promise.race([closed, ended]);
    this.connection.disconnect();
  }
}
