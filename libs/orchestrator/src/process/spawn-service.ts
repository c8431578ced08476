import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { serviceEnvironment } from '../environment';
import type { InstanceSpec, Service } from '../types';
import { markerArguments } from './markers';
import { logPath, volumePath } from './paths';
import type { ProcessOptions } from './process-options';
import type { InstanceRecord } from './records';

export const HOST = '127.0.0.1';
const PATH = '/usr/local/bin:/usr/bin:/bin';

/**
 * Starts a service as a process that outlives this one. Its environment is made from nothing, so that none of the
 * manager's secrets gets there. `log` says whether the log file begins anew or goes on.
 */
export function spawnService(
  options: ProcessOptions,
  record: InstanceRecord,
  service: Service,
  log: 'new' | 'append',
): ChildProcess {
  const { home, deployment, node, execArgv = [] } = options;
  const path = logPath(home, record, service);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const output = openSync(path, log === 'new' ? 'w' : 'a', 0o600);
  try {
    const entry = entryOf(service, options);
    const marker = { instanceId: record.instanceId, sessionId: record.bornAs, home, deployment, service };
    const child = spawn(node, [...execArgv, entry, ...markerArguments(marker)], {
      cwd: home,
      detached: true,
      stdio: ['ignore', output, output],
      env: processEnvironment(options, record, service),
    });
    child.unref();
    return child;
  } finally {
    closeSync(output);
  }
}

export const entryOf = (
  service: Service,
  { backendEntry, frontendEntry }: Pick<ProcessOptions, 'backendEntry' | 'frontendEntry'>,
): string => (service === 'backend' ? backendEntry : frontendEntry);

/** All that a service finds in its environment. */
export function processEnvironment(
  {
    home,
    contentPath,
    disableAuth,
    destinations,
    uploads,
    logLevel,
  }: Pick<ProcessOptions, 'home' | 'contentPath' | 'disableAuth' | 'destinations' | 'uploads' | 'logLevel'>,
  instance: Pick<InstanceSpec, 'sessionId' | 'userId' | 'apiKey' | 'ports'> & Pick<InstanceRecord, 'volume'>,
  service: Service,
): Record<string, string> {
  const { ports } = instance;
  const apiBaseUrl = `http://${HOST}:${ports.backend}`;
  return {
    PATH,
    HOST,
    ...serviceEnvironment(service, instance, {
      disableAuth,
      destinations,
      uploads,
      logLevel,
      port: ports[service],
      apiBaseUrl,
    }),
    ...(service === 'backend' && {
      DATA_DIR: volumePath(home, instance),
      ...(contentPath !== undefined && {
        EVENT_GENERATORS_DIR: join(contentPath, 'event_generators'),
        PARSERS_DIR: join(contentPath, 'parsers'),
      }),
    }),
  };
}
