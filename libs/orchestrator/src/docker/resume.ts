import type Docker from 'dockerode';
import { InstanceNotFoundError } from '../errors';
import { readLabels } from '../labels';
import { settled } from '../settled';
import type { InstanceRef } from '../types';
import { containerPair, startContainer } from './containers';
import type { DockerContext } from './context';
import { pairReady } from './ready';

/** Starts what has ended of a pair, lets go on what is paused, and waits until both answer. */
export async function resume(context: DockerContext, ref: InstanceRef, signal: AbortSignal): Promise<void> {
  const { backend, frontend } = await containerPair(context, ref, signal);
  const instance = readLabels(backend.Labels);
  if (!instance) throw new InstanceNotFoundError(ref.instanceId);

  await settled([backend, frontend].map((container) => wake(context, container, signal)));
  await pairReady(context, { instance, ids: { backend: backend.Id, frontend: frontend.Id } }, signal);
}

async function wake(context: DockerContext, { Id, State }: Docker.ContainerInfo, signal: AbortSignal): Promise<void> {
  if (State === 'paused') {
    await context.engine.act(signal, (docker, abortSignal) => docker.getContainer(Id).unpause({ abortSignal }));
  } else {
    await startContainer(context, Id, signal);
  }
}
