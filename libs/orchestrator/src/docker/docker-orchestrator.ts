import { never } from '../deadline';
import { InstanceNotFoundError } from '../errors';
import type { HostFacts, InstanceUsage, LogLine, LogOptions, RetainedVolume } from '../facts';
import { labelFilters } from '../labels';
import { Orchestrator } from '../orchestrator';
import { settled } from '../settled';
import { singleFlight } from '../single-flight';
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
import { Cgroups } from './cgroups';
import { instanceContainers } from './containers';
import type { DockerContext } from './context';
import type { DockerOptions } from './docker-options';
import { attachDoors } from './doors';
import { Engine } from './engine';
import { host } from './host';
import { imageIds } from './images';
import { launch } from './launch';
import { logs } from './logs';
import { listNetworks } from './networks';
import { observe } from './observe';
import { purge } from './purge';
import { remove } from './remove';
import { rename } from './rename';
import { restart } from './restart';
import { resume } from './resume';
import { retained } from './retained';
import { revision } from './revision';
import { serviceUrl } from './service-urls';
import { createSharedNetwork } from './shared-network';
import { parsePool } from './subnets';
import { usage } from './usage';
import { listVolumes } from './volumes';
import { watch } from './watch';

/** Instances as pairs of containers on one Docker engine. */
export class DockerOrchestrator extends Orchestrator {
  readonly driver = 'docker';
  private readonly context: DockerContext;

  constructor(options: DockerOptions) {
    super();
    parsePool(options.subnetPool);
    this.context = {
      options,
      engine: new Engine(options.socketPath, options.callTimeoutMs),
      cgroups: new Cgroups(options.cgroupRoot),
      shareNetwork: singleFlight(() => createSharedNetwork(this.context, never())),
    };
  }

  ping(signal: AbortSignal): Promise<void> {
    return this.context.engine.ping(signal);
  }

  async missingImages(signal: AbortSignal): Promise<string[]> {
    const images = await imageIds(this.context, signal);
    return [...images].flatMap(([name, id]) => (id === undefined ? [name] : []));
  }

  async revision(signal: AbortSignal): Promise<string> {
    return revision(this.context.options, await imageIds(this.context, signal));
  }

  launch(spec: InstanceSpec, options: LaunchOptions): Promise<void> {
    return orAborted(options.signal, launch(this.context, spec, options));
  }

  rename(ref: InstanceRef, signal: AbortSignal): Promise<void> {
    return orAborted(signal, rename(this.context, ref, signal));
  }

  resume(ref: InstanceRef, signal: AbortSignal): Promise<void> {
    return orAborted(signal, resume(this.context, ref, signal));
  }

  restart(ref: InstanceRef, signal: AbortSignal): Promise<void> {
    return orAborted(signal, restart(this.context, ref, signal));
  }

  remove(ref: InstanceRef, options: RemoveOptions): Promise<void> {
    return orAborted(options.signal, remove(this.context, ref, options));
  }

  async list(signal: AbortSignal): Promise<ObservedInstance[]> {
    const label = labelFilters(this.context.options.deployment);
    const [containers, volumes, networks] = await settled([
      this.context.engine.ask(signal, (docker, abortSignal) =>
        docker.listContainers({ all: true, filters: { label }, abortSignal }),
      ),
      listVolumes(this.context, signal),
      listNetworks(this.context, signal),
    ]);
    return observe({ containers, volumes, networks });
  }

  usage(signal: AbortSignal): Promise<Map<string, InstanceUsage>> {
    return usage(this.context, signal);
  }

  logs(ref: InstanceRef, service: Service, options: LogOptions, signal: AbortSignal): AsyncIterable<LogLine> {
    return untilAborted(logs(this.context, ref, service, options, signal), signal, { endless: options.follow });
  }

  host(signal: AbortSignal): Promise<HostFacts> {
    return host(this.context, signal);
  }

  retained(signal: AbortSignal): Promise<RetainedVolume[]> {
    return orAborted(signal, retained(this.context, signal));
  }

  purge(ref: InstanceRef, signal: AbortSignal): Promise<void> {
    return orAborted(signal, purge(this.context, ref, signal));
  }

  async apiKey(ref: InstanceRef, signal: AbortSignal): Promise<string> {
    const [backend] = await instanceContainers(this.context, ref, signal, 'backend');
    if (!backend) throw new InstanceNotFoundError(ref.instanceId);
    const { Config } = await this.context.engine.ask(signal, (docker, abortSignal) =>
      docker.getContainer(backend.Id).inspect({ abortSignal }),
    );
    const key = Config.Env.find((entry) => entry.startsWith('API_KEY='))?.slice('API_KEY='.length);
    if (!key) throw new InstanceNotFoundError(ref.instanceId);
    return key;
  }

  serviceUrl(service: Service, instance: Pick<InstanceSpec, 'instanceId' | 'ports'>): string {
    return serviceUrl(service, instance, this.context.options);
  }

  attachDoors(signal: AbortSignal): Promise<void> {
    return orAborted(signal, attachDoors(this.context, signal));
  }

  watch(signal: AbortSignal): AsyncIterable<InstanceEvent> {
    return watch(this.context, signal);
  }

  close(): void {
    this.context.engine.close();
  }
}

/** Rejects with the signal's reason when work fails after an abort, whatever failed first. */
async function orAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}
