import { randomInt } from 'node:crypto';
import { freePort } from '../scripts/lib/free-port.mjs';

const HOST = '127.0.0.1';

/**
 * The first of `count` neighbouring ports that nothing on this machine listens on, below those that the kernel gives to
 * outgoing connections.
 * @param {number} count
 */
export async function freeBlock(count) {
  for (let tries = 0; tries < 20; tries++) {
    const first = randomInt(10_000, 31_000 - count);
    if (await isFreeBlock(first, count)) return first;
  }
  throw new Error(`No ${count} neighbouring ports are free on ${HOST}.`);
}

async function isFreeBlock(first, count) {
  for (let port = first; port < first + count; port++) if ((await freePort(port, HOST)) !== port) return false;
  return true;
}
