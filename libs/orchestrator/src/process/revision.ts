import { stat } from 'node:fs/promises';
import { volumeName } from '../names';
import { ANY_WARM_PAIR, revisionOf } from '../revision';
import { settled } from '../settled';
import type { Service } from '../types';
import { SERVICES } from '../types';
import type { ProcessOptions } from './process-options';
import { entryOf, processEnvironment } from './spawn-service';

/** How a pair's processes would be started now, and from which files; a missing one counts by its name. */
export async function revision(options: ProcessOptions): Promise<string> {
  const pair = { ...ANY_WARM_PAIR, volume: volumeName(ANY_WARM_PAIR.sessionId) };
  return revisionOf(
    [options.node, ...(options.execArgv ?? [])],
    SERVICES.map((service) => processEnvironment(options, pair, service)),
    await settled(SERVICES.map((service) => entryVersion(service, options))),
  );
}

async function entryVersion(service: Service, options: ProcessOptions): Promise<unknown[]> {
  const entry = entryOf(service, options);
  const file = await stat(entry).catch(() => undefined);
  return [entry, file?.mtimeMs, file?.size];
}
