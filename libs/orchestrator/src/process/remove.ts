import { rm } from 'node:fs/promises';
import { volumeName } from '../names';
import type { InstanceRef, RemoveOptions } from '../types';
import type { ProcessContext } from './context';
import { endServices } from './end-services';
import { volumePath } from './paths';
import { isForeign, readRecord, removeRecord, retireRecord } from './records';
import { removeLogs } from './remove-logs';

/** Ends the processes, then removes volume and logs, and the record at the very last, so that a crash loses no trace. */
export async function remove(
  context: ProcessContext,
  ref: InstanceRef,
  { signal, keepVolume = false }: RemoveOptions,
): Promise<void> {
  const { options, children, changes } = context;
  const { home, deployment } = options;
  const { instanceId } = ref;
  if (await isForeign(home, deployment, instanceId)) return;
  const record = await readRecord(home, deployment, instanceId);
  const { sessionId, bornAs, volume } = record ?? (await strayNames(context, ref));
  if (record) await retireRecord(home, record);
  await children.whileStopping(instanceId, () => endServices(context, ref, signal));
  await removeLogs(home, { bornAs });
  if (!keepVolume) {
    await rm(volumePath(home, { volume }), { recursive: true, force: true });
    await removeRecord(home, instanceId);
  }
  for (const service of record?.services ?? []) {
    changes.tell({ kind: 'service', instanceId, sessionId, service, state: undefined, stopped: true });
  }
}

/** What is left without a record is named as its processes are; without these too, after the session. */
async function strayNames({ scan }: ProcessContext, { instanceId, sessionId }: InstanceRef) {
  const stray = [...(await scan()).values()].find((marker) => marker.instanceId === instanceId);
  const bornAs = stray?.sessionId ?? sessionId;
  return { sessionId, bornAs, volume: volumeName(bornAs) };
}
