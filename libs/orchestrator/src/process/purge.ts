import { rm } from 'node:fs/promises';
import { VolumeInUseError } from '../errors';
import type { InstanceRef } from '../types';
import type { ProcessContext } from './context';
import { volumePath } from './paths';
import { readRecord, removeRecord } from './records';

/** Removes the folder of an instance none of whose services is on record or runs. */
export async function purge({ options, scan }: ProcessContext, { instanceId }: InstanceRef): Promise<void> {
  const { home, deployment } = options;
  const running = [...(await scan()).values()].some((marker) => marker.instanceId === instanceId);
  const record = await readRecord(home, deployment, instanceId);
  if (running || (record?.services.length ?? 0) > 0) throw new VolumeInUseError(instanceId);
  if (!record) return;
  await rm(volumePath(home, record), { recursive: true, force: true });
  await removeRecord(home, instanceId);
}
