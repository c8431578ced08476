import type { InstanceRef, RemoveOptions } from '../types';
import type { DockerContext } from './context';
import { findParts, removeParts } from './parts';

/** Removes all that is the instance's. */
export async function remove(
  context: DockerContext,
  ref: InstanceRef,
  { signal, keepVolume = false }: RemoveOptions,
): Promise<void> {
  const parts = await findParts(context, ref, signal);
  await removeParts(context, keepVolume ? { ...parts, volumes: [] } : parts, signal);
}
