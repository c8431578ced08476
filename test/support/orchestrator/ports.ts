import { createServer } from 'node:net';
import type { PortPair } from '@app/orchestrator';
import { portOfOurs } from '../free-port';

/** None is handed out twice in one file of tests: who got it may not listen yet. */
const handedOut = new Set<number>();

/** Two ports that nothing on this host holds at the moment. */
export async function freePorts(): Promise<PortPair> {
  return { frontend: await freePort(), backend: await freePort() };
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = portOfOurs();
    if (handedOut.has(port)) continue;
    handedOut.add(port);
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '0.0.0.0', () => server.close(() => resolve(true)));
  });
