import { join } from 'node:path';
import { containerName } from '../names';
import type { Service } from '../types';

/** Where things lie in the driver's home. */
export const recordsPath = (home: string): string => join(home, 'instances');
export const volumesPath = (home: string): string => join(home, 'volumes');
export const recordPath = (home: string, instanceId: string): string => join(recordsPath(home), `${instanceId}.json`);
export const volumePath = (home: string, { volume }: { readonly volume: string }): string =>
  join(volumesPath(home), volume);
export const logPath = (home: string, { bornAs }: { readonly bornAs: string }, service: Service): string =>
  join(home, 'logs', `${containerName(bornAs, service)}.log`);
