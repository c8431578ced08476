import { join } from 'node:path';
import { containerName, volumeName } from '../names';
import type { InstanceRef, Service } from '../types';

/** Where things lie in the driver's home. */
export const recordsPath = (home: string): string => join(home, 'instances');
export const volumesPath = (home: string): string => join(home, 'volumes');
export const recordPath = (home: string, instanceId: string): string => join(recordsPath(home), `${instanceId}.json`);
export const volumePath = (home: string, { sessionId }: Pick<InstanceRef, 'sessionId'>): string =>
  join(volumesPath(home), volumeName(sessionId));
export const logPath = (home: string, { sessionId }: Pick<InstanceRef, 'sessionId'>, service: Service): string =>
  join(home, 'logs', `${containerName(sessionId, service)}.log`);
