import type Docker from 'dockerode';
import { settled } from '../settled';
import type { InstanceRef } from '../types';
import { instanceContainers, removeContainer } from './containers';
import type { DockerContext } from './context';
import { closeDoors } from './doors';
import { listNetworks, removeNetwork } from './networks';
import { listVolumes, removeVolume } from './volumes';
import type { VolumeInfo } from './volumes';

/** What an instance consists of. */
export interface Parts {
  readonly containers: readonly Docker.ContainerInfo[];
  readonly networks: readonly Docker.NetworkInspectInfo[];
  readonly volumes: readonly VolumeInfo[];
}

/** All that carries the instance's labels, whatever its names. */
export async function findParts(context: DockerContext, ref: InstanceRef, signal: AbortSignal): Promise<Parts> {
  const [containers, networks, volumes] = await settled([
    instanceContainers(context, ref, signal),
    listNetworks(context, signal, ref.instanceId),
    listVolumes(context, signal, ref.instanceId),
  ]);
  return { containers, networks, volumes };
}

/** Removes these; what is gone already is no error. */
export async function removeParts(
  context: DockerContext,
  { containers, networks, volumes }: Parts,
  signal: AbortSignal,
): Promise<void> {
  await settled([
    ...containers.map(({ Id }) => removeContainer(context, Id, signal)),
    ...networks.map(({ Id }) => closeDoors(context, Id, signal)),
  ]);
  await settled([
    ...networks.map(({ Id }) => removeNetwork(context, Id, signal)),
    ...volumes.map(({ Name }) => removeVolume(context, Name, signal)),
  ]);
}
