import type { RetainedVolume } from '../facts';
import { settled } from '../settled';
import type { ProcessContext } from './context';
import { folderSize } from './folder-size';
import { list } from './list';
import { volumePath } from './paths';
import type { InstanceRecord } from './records';
import { listRecords } from './records';

/** The volumes of instances on record of which no service is left. */
export async function retained(context: ProcessContext, signal: AbortSignal): Promise<RetainedVolume[]> {
  const { home, deployment } = context.options;
  const [instances, records] = await settled([list(context, signal), listRecords(home, deployment)]);
  const lonely = new Set(
    instances
      .filter(({ volume, services }) => volume && Object.keys(services).length === 0)
      .map(({ instanceId }) => instanceId),
  );
  const left = records.filter(({ instanceId }) => lonely.has(instanceId));
  const volumes: RetainedVolume[] = [];
  for (const record of left) volumes.push(await described(record, home, signal));
  return volumes;
}

async function described(record: InstanceRecord, home: string, signal: AbortSignal): Promise<RetainedVolume> {
  const { instanceId, sessionId, userId, createdAt, volume: name } = record;
  const sizeBytes = await folderSize(volumePath(home, record), signal);
  return { instanceId, sessionId, userId, createdAt, name, ...(sizeBytes !== undefined && { sizeBytes }) };
}
