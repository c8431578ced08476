import { rm } from 'node:fs/promises';
import { settled } from '../settled';
import type { InstanceRef, RemoveOptions } from '../types';
import { SERVICES } from '../types';
import type { ProcessContext } from './context';
import { endServices } from './end-services';
import { logPath, volumePath } from './paths';
import { isForeign, readRecord, removeRecord, retireRecord } from './records';

/** Ends the processes, then removes volume and logs, and the record at the very last, so that a crash loses no trace. */
export async function remove(
  context: ProcessContext,
  ref: InstanceRef,
  { signal, keepVolume = false }: RemoveOptions,
): Promise<void> {
  const { options, children, changes } = context;
  const { home, deployment } = options;
  const { instanceId, sessionId } = ref;
  if (await isForeign(home, deployment, instanceId)) return;
  const record = await readRecord(home, deployment, instanceId);
  if (record) await retireRecord(home, record);
  await children.whileStopping(instanceId, () => endServices(context, ref, signal));
  await settled(SERVICES.map((service) => rm(logPath(home, ref, service), { force: true })));
  if (!keepVolume) {
    await rm(volumePath(home, ref), { recursive: true, force: true });
    await removeRecord(home, instanceId);
  }
  for (const service of record?.services ?? []) {
    changes.tell({ kind: 'service', instanceId, sessionId, service, state: undefined, stopped: true });
  }
}
