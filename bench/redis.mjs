import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild } from '../scripts/lib/child.mjs';
import { answers, ensureRedisServer } from '../scripts/lib/redis.mjs';

/**
 * A Redis of this run's own, as durable as that of `npm start`.
 * @param {string} folder
 */
export async function startRedis(folder) {
  const socket = join(folder, 'redis.sock');
  const listen = ['--port', '0', '--unixsocket', socket, '--unixsocketperm', '700'];
  const keep = ['--dir', folder, '--appendonly', 'yes', '--save', ''];
  const child = startChild(await ensureRedisServer(), [...listen, ...keep]);
  for (let waited = 0; !(await answers(socket)); waited += 20) {
    if (!child.isRunning() || waited > 30_000) {
      await child.stop();
      throw new Error('The private Redis did not start.');
    }
    await sleep(20);
  }
  return { socket, stop: () => child.stop(10_000) };
}
