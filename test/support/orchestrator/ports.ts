import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import type { PortPair } from '@app/orchestrator';

/** Below the range from which the kernel takes ports for outgoing connections. */
const [FIRST, LAST] = [20_100, 32_000];

/** Two ports that nothing on this host holds at the moment. */
export async function freePorts(): Promise<PortPair> {
  return { frontend: await freePort(), backend: await freePort() };
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, LAST);
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '0.0.0.0', () => server.close(() => resolve(true)));
  });
