import type Docker from 'dockerode';
import { InstanceNotFoundError } from '../errors';
import { readLabels } from '../labels';
import { settled } from '../settled';
import type { InstanceRef } from '../types';
import { instanceContainers, startContainer } from './containers';
import type { DockerContext } from './context';
import { pairReady } from './ready';

/** Starts what has ended of a pair, lets go on what is paused, and waits until both answer. */
export async function resume(context: DockerContext, ref: InstanceRef, signal: AbortSignal): Promise<void> {
  const containers = await instanceContainers(context, ref, signal);
  const find = (service: string): Docker.ContainerInfo => {
    const container = containers.find(({ Labels }) => Labels['service'] === service);
    if (!container) throw new InstanceNotFoundError(ref.instanceId);
    return container;
  };
  const backend = find('backend');
  const frontend = find('frontend');
  const labels = readLabels(backend.Labels);
  if (!labels) throw new InstanceNotFoundError(ref.instanceId);

  await settled([backend, frontend].map((container) => wake(context, container, signal)));
  const ids = { backend: backend.Id, frontend: frontend.Id };
  await pairReady(context, { instance: { sessionId: ref.sessionId, ports: labels.ports }, ids }, signal);
}

async function wake(context: DockerContext, { Id, State }: Docker.ContainerInfo, signal: AbortSignal): Promise<void> {
  if (State === 'paused') {
    await context.engine.act(signal, (docker, abortSignal) => docker.getContainer(Id).unpause({ abortSignal }));
  } else {
    await startContainer(context, Id, signal);
  }
}
