import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Config } from '@app/config';
import { DelayedError, type Job } from 'bullmq';
import { CONFIG } from '../composition/tokens';
import { isRedisAway } from '../http/redis-away';
import { JobWorker } from '../sessions/job-worker';
import { OperationActs } from './operation-acts';
import { OPERATION_QUEUE, OperationJobs, type OperationJob } from './operation-jobs';
import { OperationProgress } from './operation-progress';
import { OperationsRepository } from './operations.repository';

const CONCURRENCY = 2;
const MOST_STALLS = 100;
const LOOK_MS = 30_000;

/** Works off operations; one whose manager died or stops is gone on with by another, or by this one when it is back. */
@Injectable()
export class OperationWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Operations');
  private readonly stopping = new AbortController();
  private worker?: JobWorker<OperationJob>;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: OperationsRepository,
    private readonly acts: OperationActs,
    private readonly jobs: OperationJobs,
    private readonly progress: OperationProgress,
  ) {}

  onApplicationBootstrap(): void {
    this.worker = new JobWorker<OperationJob>(this.config, OPERATION_QUEUE, (job, token) => this.process(job, token), {
      concurrency: CONCURRENCY,
      maxStalledCount: MOST_STALLS,
    });
    this.timer = setInterval(() => void this.beginAgain(), LOOK_MS);
    void this.beginAgain();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.worker?.close();
  }

  private async process(job: Job<OperationJob>, token?: string): Promise<void> {
    const { operationId } = job.data;
    const operation = await this.repository.find(operationId);
    if (operation?.status !== 'running') return;
    const progress = this.progress.follow(operationId);
    try {
      await this.acts.run(operation, this.stopping.signal, () => progress.note());
    } finally {
      progress.stop();
    }
    if (this.stopping.signal.aborted && (await this.repository.unsettled(operationId)).length > 0) {
      await job.moveToDelayed(Date.now(), token);
      throw new DelayedError();
    }
    await this.repository.finish(operationId, new Date());
    await this.progress.tell(operationId);
    this.logger.log(`Did what was asked of ${operation.total} sessions: ${operation.action}`, { operationId });
  }

  /** A manager may have died after it had recorded an operation and before its job was made. */
  private async beginAgain(): Promise<void> {
    try {
      for (const { operationId, status } of await this.repository.list())
        if (status === 'running') await this.jobs.begin(operationId);
    } catch (error) {
      if (!isRedisAway(error)) this.logger.warn('Failed to look for operations', { error: String(error) });
    }
  }
}
