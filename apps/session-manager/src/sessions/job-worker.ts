import { Logger } from '@nestjs/common';
import type { Config } from '@app/config';
import { Worker, type Processor } from 'bullmq';
import { connectBlockingRedis } from '../composition/redis';
import { isRedisAway } from '../http/redis-away';
import { JOB_PREFIX, type SessionJob } from './jobs';

/** A job whose worker died is taken over after this long. */
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 3_000;
/** How long a stop waits for running jobs while Redis is away: their ends could not be recorded anyway. */
const CLOSE_WITHOUT_REDIS_MS = 3_000;

export interface JobWorkerOptions {
  readonly concurrency: number;
  /** How often a job may lose its worker before it is given up; the reconciler asks again after that. */
  readonly maxStalledCount: number;
}

/** Works off one queue until it is closed. */
export class JobWorker {
  private readonly logger = new Logger('Jobs');
  private readonly connection;
  private readonly worker: Worker<SessionJob>;

  constructor(config: Config, queue: string, processor: Processor<SessionJob>, options: JobWorkerOptions) {
    this.connection = connectBlockingRedis(config);
    this.worker = new Worker<SessionJob>(queue, processor, {
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

  /** Takes no new job and resolves when the running ones have ended; without Redis it does not wait for them. */
  async close(): Promise<void> {
    const withoutRedis = new Promise<void>((resolve) => {
      const look = setInterval(() => {
        if (this.connection.status === 'ready') return;
        clearInterval(look);
        setTimeout(resolve, CLOSE_WITHOUT_REDIS_MS);
      }, 100);
      look.unref();
    });
    await Promise.race([this.worker.close().catch(() => undefined), withoutRedis]);
    this.connection.disconnect();
  }
}
