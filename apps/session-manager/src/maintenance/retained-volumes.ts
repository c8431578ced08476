import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Config } from '@app/config';
import { Orchestrator, VolumeInUseError, type RetainedVolume } from '@app/orchestrator';
import { inParallel } from '../composition/in-parallel';
import { CONFIG } from '../composition/tokens';
import { InstancesService } from '../instances/instances.service';
import { PoolRepository } from '../pool/pool.repository';
import { SessionsRepository } from '../sessions/sessions.repository';

const TIMEOUT_MS = 60_000;
const HOUR_MS = 3_600_000;

/** A volume of a session that has ended. */
export interface EndedVolume extends RetainedVolume {
  readonly endedAt?: Date;
  /** When the reconciler removes it. */
  readonly purgeAt?: Date;
}

export interface Purge {
  /** Names of the volumes that are gone. */
  readonly purged: string[];
  readonly failures: readonly { readonly instanceId: string; readonly message: string }[];
}

/** What sessions have left behind, for the retention time. */
@Injectable()
export class RetainedVolumes {
  private readonly logger = new Logger('Maintenance');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly orchestrator: Orchestrator,
    private readonly repository: SessionsRepository,
    private readonly pool: PoolRepository,
    private readonly instances: InstancesService,
  ) {}

  /** How long volumes of ended sessions are kept. */
  get hours(): number {
    return this.config.instances.volumeRetentionHours;
  }

  /** Volumes that belong to no session and to no warm instance; a claimed one's is told by its session, as far as that is remembered. */
  async list(): Promise<EndedVolume[]> {
    // Volumes first: a session that comes between the two readings is known, and its volume is not listed.
    const volumes = await this.orchestrator.retained(AbortSignal.timeout(TIMEOUT_MS));
    const [owned, ended] = await Promise.all([this.owned(), this.repository.listEnded()]);
    const endings = new Map(ended.map((session) => [session.instanceId, session]));
    return volumes
      .filter(({ instanceId }) => !owned.has(instanceId))
      .map((volume) => {
        const session = endings.get(volume.instanceId);
        if (session === undefined) return volume;
        const { sessionId, userId, endedAt } = session;
        return { ...volume, sessionId, userId, endedAt, purgeAt: new Date(endedAt.getTime() + this.hours * HOUR_MS) };
      });
  }

  /** Removes those of the named instances, or all; whose session lives, starts or is started again is never among them. */
  async purge(instanceIds?: readonly string[]): Promise<Purge> {
    const volumes = new Map((await this.list()).map((volume) => [volume.instanceId, volume]));
    const purged: string[] = [];
    const failures: { instanceId: string; message: string }[] = [];
    await inParallel(instanceIds ?? volumes.keys(), this.config.instances.teardownConcurrency, async (instanceId) => {
      const volume = volumes.get(instanceId);
      const message = volume === undefined ? 'No retained volume of this instance' : await this.remove(volume);
      if (message === undefined) purged.push(volume!.name);
      else failures.push({ instanceId, message });
    });
    return { purged, failures };
  }

  /** Answers why it is still there, or nothing. */
  private async remove(volume: EndedVolume): Promise<string | undefined> {
    const { instanceId, name } = volume;
    try {
      if ((await this.owned()).has(instanceId)) return 'It belongs to a session or a warm instance now';
      // A session that comes after this look has containers before it runs, and then the engine keeps the volume.
      await this.instances.purge(volume, AbortSignal.timeout(TIMEOUT_MS));
      return undefined;
    } catch (error) {
      if (error instanceof VolumeInUseError) return 'A container has it, running or not';
      this.logger.warn(`Failed to purge ${name}`, { instanceId, error: String(error) });
      return 'It could not be removed; try again in a moment';
    }
  }

  /** Ids of the instances that a session or the pool owns. Read the pool first: a claim moves one from there to the sessions. */
  private async owned(): Promise<Set<string>> {
    const pool = await this.pool.list();
    return new Set([...pool, ...(await this.repository.instanceIds())]);
  }
}
