import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { EngineError } from '../errors';
import type { Service } from '../types';
import type { Changes } from './changes';
import type { ProcessOptions } from './process-options';
import { restartPause, STEADY_MS } from './restart-pause';
import type { InstanceRecord } from './records';
import { readRecord } from './records';
import { spawnService } from './spawn-service';

interface Child {
  readonly process: ChildProcess;
  readonly startedAt: number;
}

interface Keeping {
  readonly record: InstanceRecord;
  readonly restarts: Map<Service, number>;
  readonly timers: Set<NodeJS.Timeout>;
}

/** The service processes that this program started, and the promise to restart those that crash. */
export class Children {
  private readonly running = new Map<string, Child>();
  private readonly kept = new Map<string, Keeping>();
  /** Instances that are being removed: what ends there was asked to. */
  private readonly stopping = new Set<string>();

  constructor(
    private readonly options: ProcessOptions,
    private readonly changes: Changes,
  ) {}

  /** Starts a service. */
  async start(record: InstanceRecord, service: Service, log: 'new' | 'append' = 'new'): Promise<void> {
    const child = spawnService(this.options, record, service, log);
    if (child.pid === undefined) {
      const [cause] = (await once(child, 'error')) as [Error];
      throw new EngineError(`The ${service} could not be started`, undefined, { cause });
    }
    child.on('error', () => undefined);
    this.running.set(key(record, service), { process: child, startedAt: Date.now() });
    this.tell(record, service, 'running', false);
    child.once('exit', () => this.ended(record, service, child));
  }

  /** Whether a service that this program started runs. */
  runs({ instanceId }: Pick<InstanceRecord, 'instanceId'>, service: Service): boolean {
    return this.running.has(key({ instanceId }, service));
  }

  /** Restarts the instance's services when they crash, until `release`. */
  keep(record: InstanceRecord): void {
    if (!this.stopping.has(record.instanceId)) {
      this.kept.set(record.instanceId, { record, restarts: new Map(), timers: new Set() });
    }
  }

  /** Restarts the instance's services no more. */
  release(instanceId: string): void {
    for (const timer of this.kept.get(instanceId)?.timers ?? []) clearTimeout(timer);
    this.kept.delete(instanceId);
  }

  /** Holds `stopping` for the time of `work`: no restart, and ends count as asked for. */
  async whileStopping(instanceId: string, work: () => Promise<void>): Promise<void> {
    this.release(instanceId);
    this.stopping.add(instanceId);
    try {
      await work();
    } finally {
      this.stopping.delete(instanceId);
    }
  }

  close(): void {
    for (const instanceId of this.kept.keys()) this.release(instanceId);
  }

  private ended(record: InstanceRecord, service: Service, child: ChildProcess): void {
    const known = this.running.get(key(record, service));
    if (known?.process !== child) return;
    this.running.delete(key(record, service));
    this.tell(record, service, 'exited', this.stopping.has(record.instanceId));
    const keeping = this.kept.get(record.instanceId);
    if (keeping) this.restartLater(keeping, service, Date.now() - known.startedAt);
  }

  private restartLater(keeping: Keeping, service: Service, ranMs: number): void {
    const restarts = ranMs >= STEADY_MS ? 0 : (keeping.restarts.get(service) ?? 0);
    const pause = restartPause(restarts);
    if (pause === undefined) return;
    keeping.restarts.set(service, restarts + 1);
    const timer = setTimeout(() => {
      keeping.timers.delete(timer);
      // A start that fails leaves the service as exited as it was.
      this.restart(keeping, service).catch(() => undefined);
    }, pause);
    timer.unref();
    keeping.timers.add(timer);
  }

  private async restart(keeping: Keeping, service: Service): Promise<void> {
    const { instanceId, run } = keeping.record;
    const record = await readRecord(this.options.home, this.options.deployment, instanceId);
    if (this.kept.get(instanceId) !== keeping || record?.run !== run || !record.services.includes(service)) return;
    await this.start(record, service, 'append');
  }

  private tell(
    { instanceId, sessionId }: InstanceRecord,
    service: Service,
    state: 'running' | 'exited',
    stopped: boolean,
  ): void {
    this.changes.tell({ kind: 'service', instanceId, sessionId, service, state, stopped });
  }
}

const key = ({ instanceId }: Pick<InstanceRecord, 'instanceId'>, service: Service): string =>
  `${instanceId}/${service}`;
