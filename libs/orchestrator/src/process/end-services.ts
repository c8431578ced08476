import type { InstanceRef } from '../types';
import type { ProcessContext } from './context';
import { stopProcesses } from './stop-processes';

/** Ends the processes of an instance, whoever started them. */
export async function endServices(
  { scan, table }: ProcessContext,
  { instanceId }: InstanceRef,
  signal: AbortSignal,
): Promise<void> {
  const own = [...(await scan())].filter(([, marker]) => marker.instanceId === instanceId);
  await stopProcesses(table, new Map(own), signal);
}
