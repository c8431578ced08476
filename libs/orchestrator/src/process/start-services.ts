import { ServiceNotReadyError } from '../errors';
import { settled } from '../settled';
import type { Service } from '../types';
import { untilReady } from '../until-ready';
import type { ProcessContext } from './context';
import { assertFree } from './free-ports';
import { logTail } from './log-tail';
import { logPath } from './paths';
import type { InstanceRecord } from './records';
import { HOST } from './spawn-service';

/** Starts services of an instance; the caller has looked whether their ports are free. */
export async function startServices(
  { children }: ProcessContext,
  record: InstanceRecord,
  services: readonly Service[],
  log: 'new' | 'append' = 'new',
): Promise<void> {
  await settled(services.map((service) => children.start(record, service, log)));
}

/** Resolves when both services answer, and restarts them from then on; rejects when one of `started` ends. */
export async function servicesReady(
  context: ProcessContext,
  record: InstanceRecord,
  started: readonly Service[],
  signal: AbortSignal,
): Promise<void> {
  const { options, children } = context;
  const logs = (service: Service): Promise<string> => logTail(logPath(options.home, record, service));
  const url = (service: Service): string => `http://${HOST}:${record.ports[service]}`;
  try {
    await untilReady({
      signal,
      timeoutMs: options.readyTimeoutMs,
      urls: { backend: url('backend'), frontend: url('frontend') },
      ended: (until) => firstEnd(context, record, started, until),
      logs,
    });
    // An answer may have come from another program that took the port a moment before.
    const dead = started.find((service) => !children.runs(record, service));
    if (dead) throw new ServiceNotReadyError(dead, 'exited', await logs(dead));
  } catch (error) {
    if (error instanceof ServiceNotReadyError && error.reason === 'exited') {
      await assertFree(record.ports[error.service as Service]);
    }
    throw error;
  }
  children.keep(record);
}

/** Resolves with the first of these services that ends. */
const firstEnd = (
  { children, changes }: ProcessContext,
  record: InstanceRecord,
  services: readonly Service[],
  signal: AbortSignal,
): Promise<Service> =>
  new Promise((resolve) => {
    const unsubscribe = changes.subscribe(({ instanceId, service, state }) => {
      if (instanceId === record.instanceId && state === 'exited' && services.includes(service)) resolve(service);
    });
    signal.addEventListener('abort', unsubscribe, { once: true });
    const dead = services.find((service) => !children.runs(record, service));
    if (dead) resolve(dead);
  });
