import { readdir } from 'node:fs/promises';
import { settled } from '../settled';
import type { ObservedInstance } from '../types';
import type { ProcessContext } from './context';
import { observe } from './observe';
import { volumesPath } from './paths';
import { listRecords, none } from './records';

/** The instances of this deployment: its records and one look at the process table. */
export async function list({ options, scan }: ProcessContext, signal: AbortSignal): Promise<ObservedInstance[]> {
  signal.throwIfAborted();
  const { home, deployment } = options;
  // In this order, for a record is written before its processes start: one just starting must not look like a stray.
  const processes = await scan();
  const [records, volumes] = await settled([
    listRecords(home, deployment),
    readdir(volumesPath(home)).catch(none<string[]>([])),
  ]);
  return observe(records, processes.values(), new Set(volumes));
}
