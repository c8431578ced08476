import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensurePackages, isRoot } from './apt.mjs';
import { startChild } from './child.mjs';
import { data } from './paths.mjs';
import { lastLines } from './run.mjs';
import { Hint, step } from './say.mjs';
import { which } from './which.mjs';

const DEFAULT_SOCKET = '/var/run/docker.sock';

/** The Docker socket that this user's settings mean; undefined when they name an engine elsewhere (tcp, ssh). */
export function dockerSocket({ DOCKER_SOCKET, DOCKER_HOST, XDG_RUNTIME_DIR } = process.env) {
  if (DOCKER_SOCKET) return DOCKER_SOCKET;
  if (DOCKER_HOST) return DOCKER_HOST.startsWith('unix://') ? DOCKER_HOST.slice('unix://'.length) : undefined;
  const rootless = XDG_RUNTIME_DIR && join(XDG_RUNTIME_DIR, 'docker.sock');
  return !existsSync(DEFAULT_SOCKET) && rootless && existsSync(rootless) ? rootless : DEFAULT_SOCKET;
}

/** Whether an engine answers at the socket. */
export function engineAnswers(socketPath = dockerSocket()) {
  if (socketPath === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    const ping = request({ socketPath, path: '/_ping', timeout: 3_000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    ping.on('timeout', () => ping.destroy());
    ping.on('error', () => resolve(false));
    ping.end();
  });
}

/**
 * Makes sure that a Docker Engine answers: the running one, else one that this starts (installing it on Debian as root).
 * Resolves to a function that ends what was started here.
 */
export async function ensureEngine() {
  if (!which('docker')) await ensurePackages(['docker.io', 'iptables'], 'Docker');
  if (await engineAnswers()) return async () => undefined;
  if (!which('dockerd')) await ensurePackages(['docker.io', 'iptables'], 'Docker Engine');
  // Where packages start their services, the engine is on its way already.
  for (let tries = 0; tries < 10 && existsSync('/run/systemd/system'); tries++) {
    if (await engineAnswers()) return async () => undefined;
    await sleep(500);
  }
  if (!isRoot()) {
    throw new Hint(
      'The Docker Engine does not answer, and only root may start it: sudo systemctl start docker\n' +
        '(or, when it runs, add yourself to its group: sudo usermod -aG docker "$USER", then log in again)',
    );
  }
  return step('Starting the Docker Engine', startEngine);
}

async function startEngine() {
  mkdirSync(data, { recursive: true });
  const log = join(data, 'dockerd.log');
  const engine = startChild('dockerd', [], { log });
  for (let waited = 0; !(await engineAnswers(DEFAULT_SOCKET)); waited += 200) {
    if (!engine.isRunning() || waited > 60_000) {
      await engine.stop();
      throw new Hint(`The Docker Engine did not start:\n${lastLines(readFileSync(log, 'utf8'), 15)}`);
    }
    await sleep(200);
  }
  return () => engine.stop(30_000);
}
