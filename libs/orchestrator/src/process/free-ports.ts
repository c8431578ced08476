import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { PortConflictError } from '../errors';

const PAUSE_MS = 20;
/** How long the ports of processes that have just ended may take to come free. */
export const COMES_FREE_MS = 2_000;

/**
 * Resolves when a program could listen on the port; rejects with `PortConflictError` when another one still does after
 * `patienceMs`: the kernel gives the ports of a program back a moment after it is seen dead.
 */
export async function assertFree(port: number, patienceMs = 0): Promise<void> {
  for (const end = performance.now() + patienceMs; ; await sleep(PAUSE_MS)) {
    try {
      for (const host of ['127.0.0.1', '0.0.0.0']) await tryListen(port, host);
      return;
    } catch (error) {
      if (performance.now() >= end) throw error;
    }
  }
}

const tryListen = (port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (cause) => reject(new PortConflictError(port, { cause })));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve()));
  });
