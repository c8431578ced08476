import { randomUUID } from 'node:crypto';
import { InstanceNotFoundError } from '../errors';
import { settled } from '../settled';
import type { InstanceRef } from '../types';
import type { ProcessContext } from './context';
import { assertFree, COMES_FREE_MS } from './free-ports';
import { readRecord, writeRecord } from './records';
import { servicesReady, startServices } from './start-services';

/** Starts what has ended of a pair and waits until both answer. */
export async function resume(context: ProcessContext, { instanceId }: InstanceRef, signal: AbortSignal): Promise<void> {
  const { options, children, scan } = context;
  const found = await readRecord(options.home, options.deployment, instanceId);
  if (!found || found.services.length === 0) throw new InstanceNotFoundError(instanceId);
  children.release(instanceId);
  const running = new Set(
    [...(await scan()).values()].filter((m) => m.instanceId === instanceId).map((m) => m.service),
  );
  const ended = found.services.filter((service) => !running.has(service));
  await settled(ended.map((service) => assertFree(found.ports[service], COMES_FREE_MS)));
  signal.throwIfAborted();
  const record = { ...found, run: randomUUID() };
  await writeRecord(options.home, record);
  await startServices(context, record, ended);
  await servicesReady(context, record, ended, signal);
}
