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
import { InstancesService } from '../instances/instances.service';
import { JobWorker } from './job-worker';
import { Jobs, RETIRE_QUEUE, type SessionJob } from './jobs';
import { SessionsRepository } from './sessions.repository';

const MOST_STALLS = 100;
const TIMEOUT_MS = 60_000;

/** Works off the ends: containers, network, volume and ports first, the record last. */
@Injectable()
export class RetireWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Sessions');
  private worker?: JobWorker<SessionJob>;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: SessionsRepository,
    private readonly instances: InstancesService,
    private readonly jobs: Jobs,
  ) {}

  onApplicationBootstrap(): void {
    this.worker = new JobWorker<SessionJob>(this.config, RETIRE_QUEUE, (job, token) => this.process(job, token), {
      concurrency: this.config.instances.teardownConcurrency,
      maxStalledCount: MOST_STALLS,
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker?.close();
  }

  private async process(job: Job<SessionJob>, token?: string): Promise<void> {
    const { sessionId } = job.data;
    const session = await this.repository.find(sessionId);
    if (session?.status !== 'stopping') return;
    if (await this.jobs.isLaunching(session)) {
      // The start hears of the end and gives up; what it made until then is removed after that.
      await job.moveToDelayed(Date.now() + 200, token);
      throw new DelayedError();
    }
    try {
      await this.instances.retire(session, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
        keepVolume: this.config.instances.volumeRetentionHours > 0 && session.endReason !== 'failed',
      });
    } catch (error) {
      this.logger.error(`Failed to end session ${sessionId}: ${(error as Error).message}`, { sessionId });
      throw error;
    }
    await this.repository.finish(session, new Date());
    this.logger.log(`Ended session ${sessionId}`, { sessionId, reason: session.endReason });
  }
}
