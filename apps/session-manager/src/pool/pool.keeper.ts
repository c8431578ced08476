import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Config } from '@app/config';
import { warmSessionId } from '@app/orchestrator';
import { filter, type Subscription } from 'rxjs';
import { CONFIG } from '../composition/tokens';
import { InstanceRevision } from '../instances/instance-revision';
import { InstanceStates } from '../instances/instance-states';
import { InstancesService } from '../instances/instances.service';
import { Jobs } from '../sessions/jobs';
import { SessionEvents } from '../sessions/session-events';
import { makeInstanceId } from '../sessions/session-id';
import { mayRefill } from './may-refill';
import { PoolRepository } from './pool.repository';
import { poolTarget } from './pool-target';
import { WarmStarts } from './warm-starts';

const LOOK_MS = 1_000;
/** A start without a sign of life for so long has lost its manager. */
const SILENCE_MS = 15_000;
/** The engine's events may be a moment behind a pair that has just become ready. */
const SETTLED_MS = 3_000;
const RETIRE_MS = 60_000;

/** Keeps the pool at its target: refills after claims, shrinks, and replaces what is old, stale or broken. */
@Injectable()
export class PoolKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Pool');
  private readonly retiring = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private subscription: Subscription | undefined;
  private looking: Promise<void> | undefined;
  private stopped = false;
  private firstClaimAt = -Infinity;
  private lastClaimAt = -Infinity;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: PoolRepository,
    private readonly starts: WarmStarts,
    private readonly revision: InstanceRevision,
    private readonly states: InstanceStates,
    private readonly instances: InstancesService,
    private readonly events: SessionEvents,
    private readonly jobs: Jobs,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), LOOK_MS);
    this.subscription = this.events.all
      .pipe(filter(({ status, step }) => status === 'creating' && step === 'claimed'))
      .subscribe(() => this.noteClaim());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    this.subscription?.unsubscribe();
    await this.starts.close();
    await this.looking;
  }

  /** Looks now instead of within a second. */
  look(): void {
    if (this.stopped) return;
    this.looking ??= this.lookOnce()
      .catch((error: unknown) => this.logger.debug(`The pool is looked at again: ${String(error)}`))
      .finally(() => {
        this.looking = undefined;
      });
  }

  private noteClaim(): void {
    const now = performance.now();
    if (now - this.lastClaimAt > LOOK_MS) this.firstClaimAt = now;
    this.lastClaimAt = now;
  }

  private async lookOnce(): Promise<void> {
    await this.starts.beat();
    await this.retireBroken();
    await this.resize();
    await this.removeRetired();
  }

  private async resize(): Promise<void> {
    const { current: revision } = this.revision;
    if (revision === undefined || !this.states.isConnected) return;
    const now = Date.now();
    const { pool, sessions } = this.config;
    const target = poolTarget(pool.size, await this.repository.settings(), pool.plan, new Date(now)).value;
    const ids = await this.repository.resize({
      target,
      cap: sessions.maxTotal,
      revision,
      now,
      bornBefore: now - pool.maxAgeHours * 3_600_000,
      silenceMs: SILENCE_MS,
      ids: (await this.mayStart(now)) ? Array.from({ length: this.starts.freeHands }, makeInstanceId) : [],
    });
    for (const id of ids) this.starts.begin(id, () => this.look());
  }

  private async mayStart(now: number): Promise<boolean> {
    const [userLaunches, backoff] = await Promise.all([this.jobs.launching(), this.repository.backoff()]);
    const clock = performance.now();
    return mayRefill({
      userLaunches,
      backoffMs: (backoff?.until ?? 0) - now,
      sinceLastClaimMs: clock - this.lastClaimAt,
      sinceFirstClaimMs: clock - this.firstClaimAt,
    });
  }

  private async retireBroken(): Promise<void> {
    if (!this.states.isConnected) return;
    const now = Date.now();
    for (const { id, at } of await this.repository.ready()) {
      const { frontend, backend } = this.states.of(id);
      if ((frontend === 'running' && backend === 'running') || now - at < SETTLED_MS) continue;
      this.logger.warn(`The warm instance ${id} does not run any more and is replaced`);
      await this.repository.retire(id);
    }
  }

  private async removeRetired(): Promise<void> {
    for (const id of await this.repository.retiring()) {
      if (this.retiring.size >= this.config.instances.teardownConcurrency) return;
      if (this.retiring.has(id) || this.starts.has(id)) continue;
      if ((await this.repository.lastBeat(id)) + SILENCE_MS > Date.now()) continue;
      this.retiring.add(id);
      void this.remove(id).finally(() => {
        this.retiring.delete(id);
        this.look();
      });
    }
  }

  private async remove(id: string): Promise<void> {
    try {
      const ref = { instanceId: id, sessionId: warmSessionId(id) };
      await this.instances.retire(ref, { signal: AbortSignal.timeout(RETIRE_MS), keepVolume: false });
      await this.repository.forget(id);
    } catch (error) {
      this.logger.warn(`Failed to remove the warm instance ${id}; it is tried again`, { error: String(error) });
    }
  }
}
