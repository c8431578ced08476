import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDebian } from './apt.mjs';
import { startChild } from './child.mjs';
import { checkoutId, data } from './paths.mjs';
import { run } from './run.mjs';
import { Hint, step } from './say.mjs';
import { which } from './which.mjs';

const PACKAGES = ['redis-server', 'redis-tools', 'libjemalloc2', 'liblzf1'];
const UNPACKED = join(data, 'redis-server');
const PROGRAM = join(UNPACKED, 'bin', 'redis-server');

/**
 * The path of a redis-server program: the installed one, else one unpacked from Debian's packages into .data/, which needs
 * no root and installs no service. Elsewhere a Hint says what to do.
 */
export async function ensureRedisServer() {
  const installed = which('redis-server');
  if (installed) return installed;
  if (existsSync(PROGRAM)) return PROGRAM;
  if (!isDebian()) {
    throw new Hint(
      'Redis is missing. Install redis-server with your package manager (macOS: brew install redis),\n' +
        'or name a running one: REDIS_HOST=localhost npm start',
    );
  }
  return step("Fetching redis-server from Debian's packages into .data/", unpack);
}

async function unpack() {
  const folder = `${UNPACKED}.new`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'bin'), { recursive: true });
  await download(folder).catch(async () => {
    // Lists of our own, where the machine's are empty: only root may refresh those.
    const own = join(folder, 'apt');
    for (const path of ['lists/partial', 'cache/archives/partial']) mkdirSync(join(own, path), { recursive: true });
    const options = ['-o', `Dir::State::lists=${own}/lists`, '-o', `Dir::Cache=${own}/cache`];
    await run('apt-get', [...options, 'update', '-q']).catch(() => undefined);
    await download(folder, options);
    rmSync(own, { recursive: true });
  });
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb'))) {
    await run('dpkg', ['-x', file, '.'], { cwd: folder });
    rmSync(join(folder, file));
  }
  writeFileSync(
    join(folder, 'bin', 'redis-server'),
    `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")/..
LD_LIBRARY_PATH=$(echo "$here"/usr/lib/*-linux-gnu*) exec "$here/usr/bin/redis-server" "$@"
`,
  );
  chmodSync(join(folder, 'bin', 'redis-server'), 0o755);
  rmSync(UNPACKED, { recursive: true, force: true });
  renameSync(folder, UNPACKED);
  return PROGRAM;
}

const download = (cwd, options = []) => run('apt-get', [...options, 'download', '-q', ...PACKAGES], { cwd });

/** Where the private Redis listens. A socket's path may have about 100 characters; a deep checkout's goes to /tmp. */
export function socketPath() {
  const near = join(data, 'redis', 'redis.sock');
  return near.length < 100 ? near : join(tmpdir(), `jarvis-redis-${checkoutId}.sock`);
}

/** Starts a Redis that only this user's programs reach, durable in .data/redis; resolves when it answers. */
export async function startRedis() {
  const program = await ensureRedisServer();
  const folder = join(data, 'redis');
  const socket = socketPath();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const listen = ['--port', '0', '--unixsocket', socket, '--unixsocketperm', '700'];
  const keep = ['--dir', folder, '--appendonly', 'yes', '--save', '', '--logfile', join(folder, 'redis.log')];
  const child = startChild(program, [...listen, ...keep]);
  for (let waited = 0; !(await answers(socket)); waited += 20) {
    if (!child.isRunning() || waited > 30_000) {
      await child.stop();
      throw new Error(`The private Redis did not start; see ${join(folder, 'redis.log')}`);
    }
    await sleep(20);
  }
  return { socket, pid: child.pid, stop: () => child.stop(10_000) };
}

/** Whether a Redis at the socket answers PING; false while it still loads its data. */
export function answers(path) {
  return new Promise((resolve) => {
    const socket = connect(path, () => socket.write('PING\r\n'));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.once('data', (reply) => {
      resolve(reply.toString().startsWith('+PONG'));
      socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(false));
  });
}
