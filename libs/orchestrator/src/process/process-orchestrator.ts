import { access, constants, mkdir } from 'node:fs/promises';
import { EngineError, EngineUnavailableError, InstanceNotFoundError, isOrchestratorError } from '../errors';
import type { HostFacts, InstanceUsage, LogLine, LogOptions, RetainedVolume } from '../facts';
import { Orchestrator } from '../orchestrator';
import type {
  InstanceEvent,
  InstanceRef,
  InstanceSpec,
  LaunchOptions,
  ObservedInstance,
  RemoveOptions,
  Service,
} from '../types';
import { untilAborted } from '../until-aborted';
import { Changes } from './changes';
import { Children } from './children';
import type { ProcessContext } from './context';
import { host } from './host';
import { launch } from './launch';
import { list } from './list';
import { logs } from './logs';
import { missingEntries } from './missing-entries';
import type { ProcessOptions } from './process-options';
import { hostTable, marked } from './process-table';
import { purge } from './purge';
import { readRecord } from './records';
import { remove } from './remove';
import { rename } from './rename';
import { restart } from './restart';
import { resume } from './resume';
import { retained } from './retained';
import { revision } from './revision';
import { sharedScan } from './shared-scan';
import { HOST } from './spawn-service';
import { Turns } from './turns';
import { usage } from './usage';
import { watch } from './watch';

/** Instances as pairs of local processes with a folder for a volume. It isolates nothing. */
export class ProcessOrchestrator extends Orchestrator {
  readonly driver = 'process';
  private readonly context: ProcessContext;
  /** A resume that came into a restart would take its ports. */
  private readonly turns = new Turns();

  constructor(options: ProcessOptions) {
    super();
    const table = hostTable();
    const changes = new Changes();
    const scan = sharedScan(async () => {
      const processes = [...marked(await table.commands())];
      return new Map(
        processes.filter(([, { home, deployment }]) => home === options.home && deployment === options.deployment),
      );
    });
    this.context = { options, table, scan, changes, children: new Children(options, changes) };
  }

  async ping(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    try {
      await this.prepareHome();
    } catch (cause) {
      throw new EngineUnavailableError({ cause });
    }
  }

  missingImages(signal: AbortSignal): Promise<string[]> {
    return guarded(signal, () => missingEntries(this.context.options));
  }

  revision(signal: AbortSignal): Promise<string> {
    return guarded(signal, () => revision(this.context.options));
  }

  launch(spec: InstanceSpec, options: LaunchOptions): Promise<void> {
    return guarded(options.signal, async () => {
      await this.prepareHome();
      await launch(this.context, spec, options);
    });
  }

  rename(ref: InstanceRef, signal: AbortSignal): Promise<void> {
    return guarded(signal, () => rename(this.context, ref, signal));
  }

  resume(ref: InstanceRef, signal: AbortSignal): Promise<void> {
    return this.inTurn(ref, signal, () => resume(this.context, ref, signal));
  }

  restart(ref: InstanceRef, signal: AbortSignal): Promise<void> {
    return this.inTurn(ref, signal, () => restart(this.context, ref, signal));
  }

  remove(ref: InstanceRef, options: RemoveOptions): Promise<void> {
    return guarded(options.signal, () => remove(this.context, ref, options));
  }

  list(signal: AbortSignal): Promise<ObservedInstance[]> {
    return guarded(signal, () => list(this.context, signal));
  }

  usage(signal: AbortSignal): Promise<Map<string, InstanceUsage>> {
    return guarded(signal, () => usage(this.context, signal));
  }

  logs(ref: InstanceRef, service: Service, options: LogOptions, signal: AbortSignal): AsyncIterable<LogLine> {
    const lines = guardedItems(logs(this.context, ref, service, options, signal));
    return untilAborted(lines, signal, { endless: options.follow });
  }

  host(signal: AbortSignal): Promise<HostFacts> {
    return guarded(signal, () => Promise.resolve(host(this.context.options)));
  }

  retained(signal: AbortSignal): Promise<RetainedVolume[]> {
    return guarded(signal, () => retained(this.context, signal));
  }

  purge(ref: InstanceRef, signal: AbortSignal): Promise<void> {
    return this.inTurn(ref, signal, () => purge(this.context, ref));
  }

  apiKey({ instanceId }: InstanceRef, signal: AbortSignal): Promise<string> {
    const { home, deployment } = this.context.options;
    return guarded(signal, async () => {
      const record = await readRecord(home, deployment, instanceId);
      if (!record || record.services.length === 0) throw new InstanceNotFoundError(instanceId);
      return record.apiKey;
    });
  }

  serviceUrl(service: Service, { ports }: Pick<InstanceSpec, 'ports'>): string {
    return `http://${HOST}:${ports[service]}`;
  }

  /** All services listen on the host itself: there are no networks to join. */
  attachDoors(): Promise<void> {
    return Promise.resolve();
  }

  watch(signal: AbortSignal): AsyncIterable<InstanceEvent> {
    return watch(this.context, signal);
  }

  /** Also ends the restarting of crashed services. */
  close(): void {
    this.context.children.close();
  }

  private inTurn(ref: InstanceRef, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    return this.turns.take(ref.instanceId, () => guarded(signal, work));
  }

  private async prepareHome(): Promise<void> {
    const { home } = this.context.options;
    await mkdir(home, { recursive: true, mode: 0o700 });
    await access(home, constants.W_OK);
  }
}

/** Rejects with the signal's reason after an abort, and with an `EngineError` for what the host itself refuses. */
async function guarded<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    throw orchestratorError(error);
  }
}

async function* guardedItems<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* items;
  } catch (error) {
    throw orchestratorError(error);
  }
}

const orchestratorError = (error: unknown): unknown =>
  isOrchestratorError(error)
    ? error
    : new EngineError(error instanceof Error ? error.message : String(error), undefined, { cause: error });
