import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Config } from '@app/config';
import type { Redis } from 'ioredis';
import { connectRedis } from '../composition/redis';
import { CONFIG } from '../composition/tokens';
import { JobQueue } from '../sessions/job-queue';

export interface OperationJob {
  readonly operationId: string;
}

export const OPERATION_QUEUE = 'operation';

/** The durable queue of operations; a job's id is its operation's. */
@Injectable()
export class OperationJobs implements OnApplicationShutdown {
  private readonly connection: Redis;
  private readonly queue: JobQueue<OperationJob>;

  constructor(@Inject(CONFIG) config: Config) {
    this.connection = connectRedis(config);
    this.queue = new JobQueue(OPERATION_QUEUE, this.connection);
  }

  async begin(operationId: string): Promise<void> {
    await this.queue.add(
      operationId,
      { operationId },
      { attempts: 1_000, backoff: { type: 'fixed', delay: 2_000 }, removeOnComplete: true, removeOnFail: true },
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close().catch(() => undefined);
    this.connection.disconnect();
  }
}
