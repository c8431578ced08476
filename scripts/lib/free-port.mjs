import { createServer } from 'node:net';

const isFree = (port, host) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });

/** The first free port from `wanted` on; rejects when 50 in a row are taken. */
export async function freePort(wanted, host) {
  for (let port = wanted; port < Math.min(wanted + 50, 65_536); port++) if (await isFree(port, host)) return port;
  throw new Error(`No port from ${wanted} to ${wanted + 49} is free on ${host}.`);
}
