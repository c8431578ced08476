import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Config } from '@app/config';
import { Orchestrator, type ObservedInstance } from '@app/orchestrator';
import { PortAllocator } from '@app/ports';
import { Redis } from 'ioredis';
import { inParallel } from '../composition/in-parallel';
import { alone } from '../composition/lock';
import { CONFIG } from '../composition/tokens';
import { InstanceStates } from '../instances/instance-states';
import { InstancesService } from '../instances/instances.service';
import { PoolRepository } from '../pool/pool.repository';
import { AdmissionsRepository } from '../sessions/admissions.repository';
import { Jobs } from '../sessions/jobs';
import type { EndedSession, Session } from '../sessions/session';
import { SessionConfigurator } from '../sessions/session-configurator';
import { SessionsRepository } from '../sessions/sessions.repository';
import { SessionsService } from '../sessions/sessions.service';
import { adoptedSession } from './adopted-session';
import { WarmOwners } from './warm-owners';
import { reconcilePlan, type Observation, type Repair } from './reconcile-plan';

const TIMEOUT_MS = 60_000;

/** What is to be done, and at how much was looked to find that out. */
export interface Outlook {
  readonly instances: number;
  readonly sessions: number;
  readonly repairs: readonly Repair[];
}

/** The same, done as far as it worked. */
export interface Reconciliation extends Outlook {
  /** Those of the repairs that did not work; they are tried again the next time. */
  readonly failed: ReadonlySet<Repair>;
}

/** Makes Redis and the engine agree: whatever a crash left behind is found here and mended. */
@Injectable()
export class Reconciler {
  private readonly logger = new Logger('Reconciler');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly redis: Redis,
    private readonly orchestrator: Orchestrator,
    private readonly ports: PortAllocator,
    private readonly admissions: AdmissionsRepository,
    private readonly repository: SessionsRepository,
    private readonly sessions: SessionsService,
    private readonly configurator: SessionConfigurator,
    private readonly instances: InstancesService,
    private readonly states: InstanceStates,
    private readonly jobs: Jobs,
    private readonly pool: PoolRepository,
    private readonly warmOwners: WarmOwners,
  ) {}

  /** What `reconcile` would do at this moment; looks only. */
  async plan(): Promise<Outlook> {
    const seen = await this.observe();
    const repairs = await this.confirmed(reconcilePlan(seen));
    return { instances: seen.instances.length, sessions: seen.sessions.length, repairs };
  }

  /**
   * Looks, plans and repairs; one repair that fails does not stop the others. Does nothing and answers `undefined` while that is under
   * way, here or in another replica.
   */
  reconcile(): Promise<Reconciliation | undefined> {
    return alone(this.redis, 'reconcile', () => this.mend());
  }

  private async mend(): Promise<Reconciliation> {
    // This asks the engine: while it is away, nothing is changed.
    await this.ports.rebuild();
    const ghosts = await this.repository.dropGhosts();
    if (ghosts > 0) this.logger.log(`Dropped ${ghosts} index entries of sessions that have no record`);
    const outlook = await this.plan();
    const failed = new Set<Repair>();
    await inParallel(outlook.repairs, this.config.instances.teardownConcurrency, async (repair) => {
      if (!(await this.tryRepair(repair))) failed.add(repair);
    });
    await this.openDoors();
    await this.configurator.applyToAllSoon();
    return { ...outlook, failed };
  }

  /** What has been repaired is told, also when this does not work: it is tried again the next time. */
  private async openDoors(): Promise<void> {
    try {
      await this.orchestrator.attachDoors(AbortSignal.timeout(TIMEOUT_MS));
    } catch (error) {
      this.logger.warn("Failed to join the instances' networks", { error: String(error) });
    }
  }

  private async observe(): Promise<Observation> {
    const instances = await this.orchestrator.list(AbortSignal.timeout(TIMEOUT_MS));
    this.states.take(instances);
    const leases = await this.ports.list();
    const pool = await this.pool.list();
    const sessions = await this.repository.list();
    const known = new Set([...sessions.map(({ instanceId }) => instanceId), ...pool]);
    const orphans = instances.filter(({ instanceId }) => !known.has(instanceId));
    return {
      now: new Date(),
      instances,
      leases: leases.map(({ instanceId }) => instanceId),
      pool,
      sessions,
      owners: await this.warmOwners.of(orphans),
      endedAt: orphans.length > 0 ? endings(await this.repository.listEnded()) : new Map(),
      volumeRetentionHours: this.config.instances.volumeRetentionHours,
    };
  }

  /** A session that became active while the engine's list was under way seems lost: only a second look tells. */
  private async confirmed(plan: readonly Repair[]): Promise<Repair[]> {
    if (!plan.some(({ kind }) => kind === 'lose')) return [...plan];
    const again = reconcilePlan(await this.observe());
    const lost = new Set(again.flatMap((repair) => (repair.kind === 'lose' ? [repair.session.sessionId] : [])));
    return plan.filter((repair) => repair.kind !== 'lose' || lost.has(repair.session.sessionId));
  }

  private async tryRepair(repair: Repair): Promise<boolean> {
    try {
      await this.repair(repair);
      return true;
    } catch (error) {
      this.logger.warn(`Failed to ${repair.kind} ${nameOf(repair)}`, { error: String(error) });
      return false;
    }
  }

  private async repair(repair: Repair): Promise<void> {
    switch (repair.kind) {
      case 'launch':
        return this.jobs.launch(repair.session);
      case 'retire':
        return this.jobs.retire(repair.session.sessionId);
      case 'lose':
        this.tell(repair);
        return this.sessions.beginEnd(repair.session, 'lost');
      case 'resume':
        return this.resume(repair.session);
      case 'rename':
        this.tell(repair);
        return this.instances.rename(repair.session, AbortSignal.timeout(TIMEOUT_MS));
      case 'adopt':
        return this.adopt(repair.instance);
      case 'remove':
        this.tell(repair);
        return this.instances.retire(repair.instance, {
          signal: AbortSignal.timeout(TIMEOUT_MS),
          keepVolume: repair.keepVolume,
        });
      case 'release':
        this.tell(repair);
        return this.ports.release(repair.instanceId);
    }
  }

  /** Somebody may have stopped it by hand, or ended it, since the plan was made. */
  private async resume(planned: Session): Promise<void> {
    const session = await this.repository.find(planned.sessionId);
    if (session?.status !== 'active' || session.stoppedByHand) return;
    this.tell({ kind: 'resume', session });
    await this.orchestrator.resume(session, AbortSignal.timeout(TIMEOUT_MS));
  }

  private async adopt(instance: ObservedInstance): Promise<void> {
    const apiKey = await this.orchestrator.apiKey(instance, AbortSignal.timeout(TIMEOUT_MS));
    const session: Session = adoptedSession(instance, apiKey, new Date());
    if (await this.admissions.adopt(session)) this.tell({ kind: 'adopt', instance });
  }

  private tell(repair: Exclude<Repair, { kind: 'launch' | 'retire' }>): void {
    this.logger.log(`${WORDS[repair.kind]} ${nameOf(repair)}`, { repair: repair.kind });
  }
}

const endings = (ended: readonly EndedSession[]): Map<string, Date> =>
  new Map(ended.map(({ instanceId, endedAt }) => [instanceId, endedAt]));

const WORDS = {
  lose: 'Found no containers of',
  resume: 'Resumed',
  rename: 'Gave its name to',
  adopt: 'Adopted',
  remove: 'Removed what nobody owned of',
  release: 'Freed the ports of',
} as const;

function nameOf(repair: Repair): string {
  if ('session' in repair) return repair.session.sessionId;
  return 'instance' in repair ? repair.instance.sessionId : repair.instanceId;
}
