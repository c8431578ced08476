import { HEALTH_PATHS, untilAnswers } from './answers';
import { withDeadline } from './deadline';
import { ServiceNotReadyError } from './errors';
import type { Service } from './types';
import { SERVICES } from './types';

export interface ReadyOptions {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** The services' base URLs as this program reaches them. */
  readonly urls: Readonly<Record<Service, string>>;
  /** Resolves with a service that has ended, if one ever does. */
  readonly ended: (signal: AbortSignal) => Promise<Service>;
  /** The end of what a service printed. */
  readonly logs: (service: Service) => Promise<string>;
}

/** Resolves when both services answer; rejects with `ServiceNotReadyError` as soon as one ends, or too late answers. */
export async function untilReady({ signal, timeoutMs, urls, ended, logs }: ReadyOptions): Promise<void> {
  const silent = new Set<Service>(SERVICES);
  const watching = new AbortController();
  const answer = async (service: Service, until: AbortSignal): Promise<void> => {
    await untilAnswers(urls[service] + HEALTH_PATHS[service], until);
    silent.delete(service);
  };
  try {
    const dead = await withDeadline(timeoutMs, signal, (until) => {
      until.addEventListener('abort', () => watching.abort(until.reason), { once: true });
      const pair = Promise.all(SERVICES.map((service) => answer(service, watching.signal)));
      return Promise.race([pair.then(() => undefined), ended(watching.signal)]);
    });
    if (dead) throw new ServiceNotReadyError(dead, 'exited', await logs(dead));
  } catch (cause) {
    if (signal.aborted || !isTimeout(cause)) throw cause;
    const [service = 'backend'] = silent;
    throw new ServiceNotReadyError(service, 'timeout', await logs(service), { cause });
  } finally {
    watching.abort();
  }
}

const isTimeout = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError';
