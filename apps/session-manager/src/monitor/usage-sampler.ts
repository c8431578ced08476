import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Orchestrator } from '@app/orchestrator';
import { Redis } from 'ioredis';
import { AdminEvents } from '../composition/admin-events';
import { alone } from '../composition/lock';
import type { UsageEventDto } from '../live/live.dto';
import { PoolRepository } from '../pool/pool.repository';
import { KEYS } from '../sessions/keys';
import { instanceIdOf } from '../sessions/session-id';
import { SessionsRepository } from '../sessions/sessions.repository';
import { LineWatch } from '../waiting/line-watch';
import { HostProbe } from './host-probe';
import { figuresOf, total, type InstanceFigures } from './usage-rates';
import { UsageRepository } from './usage.repository';

const LOOK_MS = 1_000;
const ROUND_MS = 10_000;
/** A round that takes long is followed by a pause this many times as long. */
const REST = 3;
const TIMEOUT_MS = 30_000;

/** Reads what all instances use every ten seconds, by one replica at a time; more rarely where a round takes long. */
@Injectable()
export class UsageSampler implements OnApplicationShutdown {
  private readonly logger = new Logger('Usage');
  private readonly stop = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly redis: Redis,
    private readonly orchestrator: Orchestrator,
    private readonly usage: UsageRepository,
    private readonly host: HostProbe,
    private readonly sessions: SessionsRepository,
    private readonly pool: PoolRepository,
    private readonly line: LineWatch,
    private readonly events: AdminEvents,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  @Interval(LOOK_MS)
  look(): void {
    if (this.stop.signal.aborted) return;
    this.running ??= this.sampleIfDue()
      // An engine or a Redis that is away costs a gap.
      .catch((error: unknown) => this.logger.debug(`No usage was read: ${String(error)}`))
      .finally(() => {
        this.running = undefined;
      });
  }

  private async sampleIfDue(): Promise<void> {
    const isDue = async () => (await this.redis.exists(KEYS.usagePause)) === 0;
    if (!(await isDue())) return;
    await alone(this.redis, 'usage', async () => {
      if (!(await isDue())) return;
      const began = performance.now();
      try {
        await this.sample();
      } finally {
        const took = performance.now() - began;
        await this.redis.set(KEYS.usagePause, '1', 'PX', Math.round(Math.max(ROUND_MS - LOOK_MS - took, REST * took)));
      }
    });
  }

  private async sample(): Promise<void> {
    const signal = AbortSignal.any([this.stop.signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const before = await this.usage.latest();
    const usage = await this.orchestrator.usage(signal);
    const at = Date.now();
    const figures = new Map(
      [...usage].map(([id, used]) => [id, figuresOf(before.get(id), { at, usage: used })] as const),
    );
    const ids = await this.sessions.ids();
    await this.usage.add(at, before.values().next().value?.at ?? 0, usage);
    await this.notePlatform(at, [...figures.values()], ids.length);
    await this.tell(at, figures, ids);
  }

  private async notePlatform(at: number, figures: readonly InstanceFigures[], sessions: number): Promise<void> {
    const [{ host }, { ready }, line] = await Promise.all([this.host.read(), this.pool.counts(), this.line.now()]);
    await this.usage.addPlatform({
      at: new Date(at).toISOString(),
      host_cpu_percent: host.cpu_percent,
      host_memory_bytes: host.memory_used_bytes,
      instances_cpu_percent: total(figures.map(({ cpuPercent }) => cpuPercent)),
      instances_memory_bytes: figures.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0),
      instances: figures.length,
      sessions,
      warm: ready,
      waiting: line.length,
    });
  }

  private tell(at: number, figures: ReadonlyMap<string, InstanceFigures>, ids: readonly string[]): Promise<void> {
    const sessions = ids.flatMap((id) => {
      const of = figures.get(instanceIdOf(id));
      return of === undefined ? [] : { session_id: id, cpu_percent: of.cpuPercent, memory_bytes: of.memoryBytes };
    });
    const event: UsageEventDto = { at: new Date(at).toISOString(), sessions };
    return this.events.publish('usage', event);
  }
}
