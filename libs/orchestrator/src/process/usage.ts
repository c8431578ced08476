import type { InstanceUsage, ServiceUsage } from '../facts';
import type { ProcessContext } from './context';

/** What the deployment's processes use; a service whose processes are several uses what they do together. */
export async function usage({ scan, table }: ProcessContext, signal: AbortSignal): Promise<Map<string, InstanceUsage>> {
  const markers = await scan();
  signal.throwIfAborted();
  const used = await table.usage([...markers.keys()]);
  const instances = new Map<string, InstanceUsage>();
  for (const [pid, { instanceId, service }] of markers) {
    const instance = instances.get(instanceId);
    const own = used.get(pid);
    if (own) instances.set(instanceId, { ...instance, [service]: sum(instance?.[service], own) });
  }
  return instances;
}

const sum = (known: ServiceUsage | undefined, more: ServiceUsage): ServiceUsage => ({
  cpuSeconds: (known?.cpuSeconds ?? 0) + more.cpuSeconds,
  memoryBytes: (known?.memoryBytes ?? 0) + more.memoryBytes,
});
