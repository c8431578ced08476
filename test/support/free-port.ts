import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** What `jest.config.cjs` gives the project whose test this is, in thousands: the first, and the one after the last. */
declare const TEST_PORTS: readonly [number, number];

/** A TCP port from the project's own, of which nothing else here takes any. */
export const portOfOurs = (step = 1): number => {
  const [first, end] = TEST_PORTS.map((thousands) => thousands * 1_000) as [number, number];
  return first + step * randomInt((end - first) / step);
};

/** A TCP port of 127.0.0.1 that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
