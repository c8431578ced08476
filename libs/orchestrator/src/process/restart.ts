import { randomUUID } from 'node:crypto';
import { never } from '../deadline';
import { InstanceNotFoundError } from '../errors';
import { settled } from '../settled';
import type { InstanceRef } from '../types';
import { SERVICES } from '../types';
import type { ProcessContext } from './context';
import { endServices } from './end-services';
import { assertFree, COMES_FREE_MS } from './free-ports';
import { readRecord, writeRecord } from './records';
import { servicesReady, startServices } from './start-services';

/**
 * Ends both processes and starts them anew; their logs go on. The record says all the while that they are to run, so that what
 * a crash leaves ended is resumed; its new run keeps other managers from starting what is ended here.
 */
export async function restart(context: ProcessContext, ref: InstanceRef, signal: AbortSignal): Promise<void> {
  const { options, children } = context;
  const record = async () => {
    const found = await readRecord(options.home, options.deployment, ref.instanceId);
    if (!found || found.services.length === 0) throw new InstanceNotFoundError(ref.instanceId);
    return found;
  };
  const before = await record();
  signal.throwIfAborted();
  await writeRecord(options.home, { ...before, run: randomUUID() });
  children.release(ref.instanceId);
  // Also after an abort: what is about to end, or to give its port back, would mislead the next caller.
  await endServices(context, ref, never());
  await settled(SERVICES.map((service) => assertFree(before.ports[service], COMES_FREE_MS)));
  signal.throwIfAborted();
  // It may have been removed meanwhile.
  const current = await record();
  await startServices(context, current, SERVICES, 'append');
  await servicesReady(context, current, SERVICES, signal);
}
