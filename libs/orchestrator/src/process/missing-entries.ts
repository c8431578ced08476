import { access } from 'node:fs/promises';
import { SERVICES } from '../types';
import type { ProcessOptions } from './process-options';
import { entryOf } from './spawn-service';

/** The programs of the services that cannot be read. */
export async function missingEntries(
  options: Pick<ProcessOptions, 'backendEntry' | 'frontendEntry'>,
): Promise<string[]> {
  const entries = [...new Set(SERVICES.map((service) => entryOf(service, options)))];
  const results = await Promise.allSettled(entries.map((entry) => access(entry)));
  return entries.filter((_, index) => results[index]?.status === 'rejected');
}
