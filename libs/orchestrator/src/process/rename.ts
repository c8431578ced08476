import { InstanceNotFoundError } from '../errors';
import type { InstanceRef } from '../types';
import type { ProcessContext } from './context';
import { readRecord, writeRecord } from './records';

/** Gives the pair on record to the session; what is named after its birth stays so. */
export async function rename(
  { options }: ProcessContext,
  { instanceId, sessionId }: InstanceRef,
  signal: AbortSignal,
): Promise<void> {
  const record = await readRecord(options.home, options.deployment, instanceId);
  if (!record || record.services.length === 0) throw new InstanceNotFoundError(instanceId);
  signal.throwIfAborted();
  await writeRecord(options.home, { ...record, sessionId });
}
