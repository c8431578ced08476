import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@app/config';
import { Orchestrator } from '@app/orchestrator';
import { PortAllocator, type PortUsage } from '@app/ports';
import { catchError, defer, EMPTY, exhaustMap, from, interval, share, type Observable } from 'rxjs';
import { CONFIG } from '../composition/tokens';
import { Images } from '../health/images';
import { Warnings } from '../health/warnings';
import { InstanceStates } from '../instances/instance-states';
import { PoolService, type PoolState } from '../pool/pool.service';
import { SessionsRepository } from '../sessions/sessions.repository';
import { LineWatch, type Line } from '../waiting/line-watch';
import type {
  DashboardDto,
  InstancesUsageDto,
  LineDto,
  PoolCountsDto,
  PortRangeDto,
  ServicesDto,
  SessionCountsDto,
} from './dashboard.dto';
import { HostProbe, type HostReading } from './host-probe';
import { LaunchHistory } from './launch-history';
import { limitWarnings, type Limits } from './limit-warnings';
import { UsageRepository, type PlatformSample } from './usage.repository';

const TICK_MS = 2_000;
const FRESH_MS = 1_000;

/** The platform at one moment, computed once for all who look. */
@Injectable()
export class DashboardService {
  private last: { readonly dashboard: Promise<DashboardDto>; readonly at: number } | undefined;

  /** Every two seconds, for as long as somebody listens. A Redis that is away costs a gap. */
  readonly changes: Observable<DashboardDto> = interval(TICK_MS).pipe(
    exhaustMap(() => defer(() => from(this.now())).pipe(catchError(() => EMPTY))),
    share(),
  );

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly orchestrator: Orchestrator,
    private readonly ports: PortAllocator,
    private readonly sessions: SessionsRepository,
    private readonly pool: PoolService,
    private readonly line: LineWatch,
    private readonly usage: UsageRepository,
    private readonly launches: LaunchHistory,
    private readonly host: HostProbe,
    private readonly states: InstanceStates,
    private readonly images: Images,
    private readonly warnings: Warnings,
  ) {}

  /** As it was a moment ago at most. */
  now(): Promise<DashboardDto> {
    const { last } = this;
    if (last !== undefined && performance.now() - last.at < FRESH_MS) return last.dashboard;
    const dashboard = this.compute();
    this.last = { dashboard, at: performance.now() };
    return dashboard;
  }

  private async compute(): Promise<DashboardDto> {
    const [line, counts, pool, portUsage, usage, launches, reading, images, standing] = await Promise.all([
      this.line.now(),
      this.sessions.countStatuses(),
      this.pool.state(),
      this.ports.usage(),
      this.usage.latestOfPlatform(),
      this.launches.lastHour(),
      this.host.read(),
      this.images.list(),
      this.warnings.list(),
    ]);
    const sessions: SessionCountsDto = { ...counts, reserved: line.reserved, max: line.cap };
    const ports = this.portRange(portUsage);
    const { host } = reading;
    return {
      at: new Date().toISOString(),
      sessions,
      pool: poolCounts(pool),
      waiting: this.lineOf(line),
      ports,
      host,
      instances: usage === undefined ? null : instancesUsage(usage),
      launches,
      services: this.services(reading, images),
      warnings: [...limitWarnings(this.limits({ sessions, pool: poolCounts(pool), ports, host })), ...standing],
    };
  }

  private portRange({ total, leased }: PortUsage): PortRangeDto {
    return { ...this.config.ports, total, used: leased };
  }

  private lineOf(line: Line): LineDto {
    return {
      length: line.length,
      max_length: this.config.waiting.places,
      estimated_wait_seconds: line.secondsUntil(line.length + 1) ?? null,
    };
  }

  private services({ version }: HostReading, images: ServicesDto['images']): ServicesDto {
    const isUp = this.states.isConnected;
    return {
      // Without Redis there is no dashboard.
      redis: 'up',
      engine: { driver: this.orchestrator.driver, status: isUp ? 'up' : 'down' },
      engine_version: isUp ? (version ?? null) : null,
      images,
    };
  }

  private limits({
    sessions,
    pool,
    ports,
    host,
  }: Pick<DashboardDto, 'sessions' | 'pool' | 'ports'> & HostReading): Limits {
    return {
      isEngineUp: this.states.isConnected,
      isPoolFailing: pool.failing,
      sessions: {
        used: sessions.creating + sessions.active + sessions.stopping + sessions.reserved,
        max: sessions.max,
      },
      ports,
      memory: { used: host.memory_used_bytes, total: host.memory_bytes },
      ...(host.disk_bytes !== null &&
        host.disk_used_bytes !== null && { disk: { used: host.disk_used_bytes, total: host.disk_bytes } }),
    };
  }
}

const poolCounts = ({ target, ready, starting, retiring, backoff }: PoolState): PoolCountsDto => ({
  target: target.value,
  ready,
  starting,
  retiring,
  failing: backoff !== undefined,
});

const instancesUsage = ({
  at,
  instances,
  instances_cpu_percent,
  instances_memory_bytes,
}: PlatformSample): InstancesUsageDto => ({
  instances,
  cpu_percent: instances_cpu_percent,
  memory_bytes: instances_memory_bytes,
  at,
});
