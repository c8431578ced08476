import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@app/config';
import { CONFIG } from '../composition/tokens';
import { InstanceRevision } from '../instances/instance-revision';
import { PoolKeeper } from './pool.keeper';
import { PoolRepository, type Backoff, type PoolCounts } from './pool.repository';
import { poolTarget, type PoolTarget, type RampStep } from './pool-target';

export interface PoolState extends PoolCounts {
  readonly target: PoolTarget;
  readonly plan: readonly RampStep[];
  readonly planSource: 'admin' | 'environment';
  /** What a pair that is started now is made of; `undefined` until the engine has told it. */
  readonly revision?: string;
  readonly backoff?: Backoff;
}

/** What organisers see and decide of the pool. */
@Injectable()
export class PoolService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: PoolRepository,
    private readonly revision: InstanceRevision,
    private readonly keeper: PoolKeeper,
  ) {}

  async state(): Promise<PoolState> {
    const [stored, counts, backoff] = await Promise.all([
      this.repository.settings(),
      this.repository.counts(),
      this.repository.backoff(),
    ]);
    const { size, plan } = this.config.pool;
    return {
      ...counts,
      target: poolTarget(size, stored, plan, new Date()),
      plan: stored.plan ?? plan,
      planSource: stored.plan === undefined ? 'environment' : 'admin',
      ...(this.revision.current && { revision: this.revision.current }),
      ...(backoff && { backoff }),
    };
  }

  /** Changes what is named: the number to keep from now on, or the plan. */
  async change({ target, plan }: { target?: number; plan?: readonly RampStep[] }): Promise<PoolState> {
    await this.repository.changeSettings({
      ...(target === undefined ? {} : { target: { value: target, base: this.config.pool.size, at: Date.now() } }),
      ...(plan === undefined ? {} : { plan }),
    });
    // A new decision is a reason to try again at once.
    await this.repository.setBackoff(undefined);
    this.keeper.look();
    return this.state();
  }
}
