import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from './platform';

/** The built Docker proxy as its own process. */
export interface TestProxy {
  readonly socketPath: string;
  /** The lines of its log. */
  readonly log: Record<string, unknown>[];
  stop(): Promise<void>;
}

/** Starts it with these variables, and resolves when it listens. */
export async function startProxy(variables: Record<string, string>): Promise<TestProxy> {
  const folder = await mkdtemp(join(tmpdir(), 'jarvis-docker-proxy-'));
  const socketPath = join(folder, 'docker.sock');
  const child = spawn(process.execPath, [join(ROOT, 'dist/docker-proxy/proxy.cjs')], {
    cwd: folder,
    env: { PATH: process.env['PATH'], DOCKER_PROXY_SOCKET: socketPath, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const log: Record<string, unknown>[] = [];
  const listening = new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The Docker proxy ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      log.push(JSON.parse(line) as Record<string, unknown>);
      resolve();
    });
  });
  await listening;
  return {
    socketPath,
    log,
    async stop() {
      const exit = once(child, 'exit');
      if (child.kill()) await exit;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
