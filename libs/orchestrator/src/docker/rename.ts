import type Docker from 'dockerode';
import { InstanceNotFoundError } from '../errors';
import { containerName } from '../names';
import { settled } from '../settled';
import type { InstanceRef } from '../types';
import { SERVICES } from '../types';
import { containerPair } from './containers';
import type { DockerContext } from './context';
import { refused } from './engine-errors';

/** Gives both containers the names that follow from the session's id. */
export async function rename(context: DockerContext, ref: InstanceRef, signal: AbortSignal): Promise<void> {
  const pair = await containerPair(context, ref, signal);
  try {
    await settled(
      SERVICES.map((service) => renameContainer(context, pair[service], containerName(ref.sessionId, service), signal)),
    );
  } catch (error) {
    if (refused(error, 404)) throw new InstanceNotFoundError(ref.instanceId);
    throw error;
  }
}

async function renameContainer(
  { engine }: DockerContext,
  { Id, Names }: Docker.ContainerInfo,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  if (Names.includes(`/${name}`)) return;
  try {
    await engine.act(signal, (docker, abortSignal) => docker.getContainer(Id).rename({ name, abortSignal }));
  } catch (error) {
    if (!refused(error, 400, /same name/i)) throw error;
  }
}
