import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Orchestrator } from '@app/orchestrator';
import type { Subscription } from 'rxjs';
import { InstanceStates } from './instance-states';

const AGAIN_MS = 10_000;
const TIMEOUT_MS = 10_000;

/** What a pair that is started now is made of (images, limits, settings), looked up now and then. */
@Injectable()
export class InstanceRevision implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('InstanceRevision');
  private timer: NodeJS.Timeout | undefined;
  private subscription: Subscription | undefined;
  private known: string | undefined;

  constructor(
    private readonly orchestrator: Orchestrator,
    private readonly states: InstanceStates,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), AGAIN_MS);
    this.subscription = this.states.events.subscribe(({ kind }) => {
      if (kind === 'connected') void this.look();
    });
    void this.look();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    this.subscription?.unsubscribe();
  }

  /** `undefined` until the engine has answered once. */
  get current(): string | undefined {
    return this.known;
  }

  private async look(): Promise<void> {
    try {
      const revision = await this.orchestrator.revision(AbortSignal.timeout(TIMEOUT_MS));
      if (this.known !== undefined && this.known !== revision)
        this.logger.log('Images or settings of instances have changed');
      this.known = revision;
    } catch (error) {
      this.logger.debug(`The engine did not tell its images: ${(error as Error).message}`);
    }
  }
}
