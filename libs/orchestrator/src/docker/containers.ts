import type Docker from 'dockerode';
import { sleep } from '../deadline';
import { InstanceNotFoundError } from '../errors';
import { labelFilters } from '../labels';
import { settled } from '../settled';
import type { InstanceRef, Service } from '../types';
import { SERVICES } from '../types';
import type { PlacedSpec } from './container-spec';
import { containerSpec } from './container-spec';
import type { DockerContext } from './context';
import { described } from './engine';
import { refused } from './engine-errors';

const REMOVAL_PAUSE_MS = 100;
const REMOVAL_TRIES = 100;

/** The containers of an instance, of one service where it is given: by labels, whatever their names are. */
export const instanceContainers = (
  { engine, options }: DockerContext,
  { instanceId }: InstanceRef,
  signal: AbortSignal,
  service?: Service,
): Promise<Docker.ContainerInfo[]> => {
  const label = [...labelFilters(options.deployment, instanceId), ...(service ? [`service=${service}`] : [])];
  return engine.ask(signal, (docker, abortSignal) =>
    docker.listContainers({ all: true, filters: { label }, abortSignal }),
  );
};

/** Both containers of an instance; rejects with `InstanceNotFoundError` when one is missing. */
export async function containerPair(
  context: DockerContext,
  ref: InstanceRef,
  signal: AbortSignal,
): Promise<Record<Service, Docker.ContainerInfo>> {
  const containers = await instanceContainers(context, ref, signal);
  const [backend, frontend] = SERVICES.map((service) => containers.find(({ Labels }) => Labels['service'] === service));
  if (!backend || !frontend) throw new InstanceNotFoundError(ref.instanceId);
  return { backend, frontend };
}

/** Creates a service's container, in place of one that another try made meanwhile, and returns its id. */
export async function createContainer(
  context: DockerContext,
  service: Service,
  spec: PlacedSpec,
  signal: AbortSignal,
): Promise<string> {
  const { name, body } = containerSpec(service, spec, context.options);
  const create = (): Promise<Docker.Container> =>
    context.engine.act(signal, (docker, abortSignal) => docker.createContainer(described(body, abortSignal, { name })));
  try {
    return (await create()).id;
  } catch (error) {
    if (!refused(error, 409)) throw error;
    const leftovers = await instanceContainers(context, spec, signal, service);
    await settled(leftovers.map(({ Id }) => removeContainer(context, Id, signal)));
    return (await create()).id;
  }
}

/** Kills and removes a container, and waits until it is gone. */
export async function removeContainer({ engine }: DockerContext, id: string, signal: AbortSignal): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await engine.ensure(signal, (docker, abortSignal) =>
        docker.getContainer(id).remove({ force: true, v: true, abortSignal }),
      );
    } catch (error) {
      if (!refused(error, 409, /already in progress/i) || tries === REMOVAL_TRIES) throw error;
      await sleep(REMOVAL_PAUSE_MS, signal);
    }
  }
}

/** Starts a container; one that runs already is fine. */
export async function startContainer({ engine }: DockerContext, id: string, signal: AbortSignal): Promise<void> {
  try {
    await engine.act(signal, (docker, abortSignal) => docker.getContainer(id).start({ abortSignal }));
  } catch (error) {
    if (!refused(error, 304)) throw error;
  }
}
