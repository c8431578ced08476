import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Cron, CronExpression, Interval } from '@nestjs/schedule';
import type { InstanceEvent } from '@app/orchestrator';
import { Redis } from 'ioredis';
import { Subscription } from 'rxjs';
import { alone } from '../composition/lock';
import { InstanceStates } from '../instances/instance-states';
import { Reconciler } from '../reconciler/reconciler';
import { SessionsRepository } from '../sessions/sessions.repository';
import { SessionsService } from '../sessions/sessions.service';

/** What the platform does by itself: ends what has expired, and repairs what a crash or a hand left behind. */
@Injectable()
export class SchedulerService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Scheduler');
  private readonly subscription = new Subscription();
  private running: Promise<void> | undefined;
  private readonly onReady = () => void this.reconcile();

  constructor(
    private readonly redis: Redis,
    private readonly sessions: SessionsService,
    private readonly repository: SessionsRepository,
    private readonly reconciler: Reconciler,
    private readonly states: InstanceStates,
  ) {}

  onApplicationBootstrap(): void {
    this.subscription.add(this.states.events.subscribe((event) => void this.hear(event)));
    // Redis that comes back may have lost what it knew.
    this.redis.on('ready', this.onReady);
  }

  async onApplicationShutdown(): Promise<void> {
    this.subscription.unsubscribe();
    this.redis.off('ready', this.onReady);
    await this.running;
  }

  @Interval(5_000)
  async sweep(): Promise<void> {
    await this.quietly('sweep', () => alone(this.redis, 'sweep', () => this.sessions.expire(new Date())));
  }

  @Cron(CronExpression.EVERY_30_SECONDS, { waitForCompletion: true })
  async reconcileRegularly(): Promise<void> {
    await this.reconcile();
  }

  private reconcile(): Promise<void> {
    this.running ??= this.quietly('reconcile', () => this.reconciler.reconcile()).finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async hear(event: InstanceEvent): Promise<void> {
    switch (event.kind) {
      case 'connected':
        return this.reconcile();
      case 'lost':
        return;
      case 'service': {
        if (event.stopped || event.state === 'running') {
          await this.quietly('remember a stop', () => this.repository.setStoppedByHand(event.sessionId, event.stopped));
        }
      }
    }
  }

  /** Redis and the engine may be away: then it is done the next time. */
  private async quietly(what: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.warn(`Failed to ${what}; it is tried again`, { error: String(error) });
    }
  }
}
