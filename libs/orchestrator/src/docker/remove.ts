import { settled } from '../settled';
import type { InstanceRef, RemoveOptions } from '../types';
import { instanceContainers, removeContainer } from './containers';
import type { DockerContext } from './context';
import { closeDoors } from './doors';
import { listNetworks, removeNetwork } from './networks';
import { listVolumes, removeVolume } from './volumes';

/** Removes all that carries the instance's labels, whatever its name; what is gone already is no error. */
export async function remove(
  context: DockerContext,
  ref: InstanceRef,
  { signal, keepVolume = false }: RemoveOptions,
): Promise<void> {
  const [containers, networks, volumes] = await settled([
    instanceContainers(context, ref, signal),
    listNetworks(context, signal, ref.instanceId),
    keepVolume ? Promise.resolve([]) : listVolumes(context, signal, ref.instanceId),
  ]);
  await settled([
    ...containers.map(({ Id }) => removeContainer(context, Id, signal)),
    ...networks.map(({ Id }) => closeDoors(context, Id, signal)),
  ]);
  await settled([
    ...networks.map(({ Id }) => removeNetwork(context, Id, signal)),
    ...volumes.map(({ Name }) => removeVolume(context, Name, signal)),
  ]);
}
