import type { HostFacts, InstanceUsage, LogLine, RetainedVolume } from '../facts';
import { InstanceNotFoundError } from '../errors';
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
import { instanceContainers } from './containers';
import type { DockerContext } from './context';
import type { DockerOptions } from './docker-options';
import { attachDoors } from './doors';
import { Engine } from './engine';
import { imageIds } from './images';
import { launch } from './launch';
import { listNetworks } from './networks';
import { observe } from './observe';
import { remove } from './remove';
import { rename } from './rename';
import { resume } from './resume';
import { revision } from './revision';
import { serviceUrl } from './service-urls';
import { createSharedNetwork } from './shared-network';
import { parsePool } from './subnets';
import { listVolumes } from './volumes';
import { watch } from './watch';

/** Instances as pairs of containers on one Docker engine. */
export class DockerOrchestrator extends Orchestrator {
  readonly driver = 'docker';
  private readonly context: DockerContext;

  constructor(options: DockerOptions) {
    super();
    parsePool(options.subnetPool);
    const never = new AbortController().signal;
    this.context = {
      options,
      engine: new Engine(options.socketPath, options.callTimeoutMs),
      shareNetwork: singleFlight(() => createSharedNetwork(this.context, never)),
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

  restart(): Promise<void> {
    throw new Error('pending');
  }

  usage(): Promise<Map<string, InstanceUsage>> {
    return Promise.resolve(new Map());
  }

  logs(): AsyncIterable<LogLine> {
    throw new Error('pending');
  }

  host(): Promise<HostFacts> {
    return Promise.reject(new Error('pending'));
  }

  retained(): Promise<RetainedVolume[]> {
    throw new Error('pending');
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
