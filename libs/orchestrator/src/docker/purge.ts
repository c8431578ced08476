import { VolumeInUseError } from '../errors';
import { settled } from '../settled';
import type { InstanceRef } from '../types';
import type { DockerContext } from './context';
import { refused } from './engine-errors';
import { listVolumes, removeVolume } from './volumes';

/** Removes what an instance left on disk. The engine decides: no volume goes that a container has, whoever made it and whenever. */
export async function purge(context: DockerContext, { instanceId }: InstanceRef, signal: AbortSignal): Promise<void> {
  const volumes = await listVolumes(context, signal, instanceId);
  try {
    await settled(volumes.map(({ Name }) => removeVolume(context, Name, signal)));
  } catch (error) {
    if (refused(error, 409)) throw new VolumeInUseError(instanceId, { cause: error });
    throw error;
  }
}
