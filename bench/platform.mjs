import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild } from '../scripts/lib/child.mjs';
import { freePort } from '../scripts/lib/free-port.mjs';
import { at } from '../scripts/lib/paths.mjs';
import { lastLines, run } from '../scripts/lib/run.mjs';
import { warn } from '../scripts/lib/say.mjs';
import { closedLoop } from './closed-loop.mjs';
import { AT_ONCE, PAIR } from './pair.mjs';
import { Redis } from 'ioredis';
import { startRedis } from './redis.mjs';

const MAIN = at('dist/apps/session-manager/apps/session-manager/src/main.js');
const HOST = '127.0.0.1';
const ENDS_AT_ONCE = 4;
const REQUEST_MS = 120_000;
const [USERNAME, PASSWORD] = ['admin', randomBytes(12).toString('hex')];
const ADMIN = `Basic ${btoa(`${USERNAME}:${PASSWORD}`)}`;
/** The organisers' account of every bench platform. */
export const ORGANISER = { username: USERNAME, password: PASSWORD };

/** The built session manager as a process of its own, on a Redis of its own. */
export class Platform {
  name = 'the platform';
  deployment = `bench-${randomBytes(4).toString('hex')}`;
  folder = mkdtempSync(join(tmpdir(), 'jarvis-bench-'));
  /** @type {{ session_id: string, session_token: string, frontend_url: string, backend_url: string }[]} */
  sessions = [];

  /** `variables` go over what every platform of the bench is set to. */
  constructor({ driver, socket, firstPort, portCount, variables }, signal) {
    this.choice = { driver, socket, firstPort, portCount, variables };
    this.signal = signal;
  }

  /** Starts Redis and the session manager; what a failed start left is removed by `stop`, too. */
  async start() {
    this.redis = await startRedis(this.folder);
    this.store = new Redis({ path: this.redis.socket, protocol: 2 });
    const port = await freePort(this.choice.firstPort + this.choice.portCount, HOST);
    this.url = `http://${HOST}:${port}`;
    const log = join(this.folder, 'session-manager.log');
    this.environment = environmentOf({ ...this.choice, ...this, processHome: this.processHome, port });
    this.manager = startChild(process.execPath, [MAIN], { env: this.environment, cwd: this.folder, log });
    for (const end = Date.now() + 60_000; !(await this.isHealthy()); await sleep(100)) {
      this.signal.throwIfAborted();
      if (this.manager.isRunning() && Date.now() < end) continue;
      throw new Error(`The session manager did not start:\n${lastLines(readFileSync(log, 'utf8'), 15)}`);
    }
    return this;
  }

  get pid() {
    return this.manager.pid;
  }

  /** Starts a session as a client does, looks whether both servers answer, and resolves to the session. */
  async launch(index) {
    const body = await this.create(index);
    await Promise.all([
      mustAnswer(new URL('/health', body.frontend_url)),
      mustAnswer(new URL('health', body.backend_url)),
    ]);
    return body;
  }

  async create(index) {
    const { status, body } = await this.request('POST', '/api/sessions', { user_id: `bench-${index}` });
    if (status !== 201) throw new Error(`POST /api/sessions answered ${status}: ${body.detail}`);
    this.sessions.push(body);
    return body;
  }

  /** An organiser's request; rejects when it is refused. */
  async admin(method, path, body) {
    const { status, body: answer } = await this.asAdmin(method, `/api/admin${path}`, body);
    if (status !== 200) throw new Error(`${method} /api/admin${path} answered ${status}: ${answer.detail}`);
    return answer;
  }

  /** Sets how many warm instances are kept, and resolves to the seconds until so many are ready and nothing else is under way. */
  async fillPool(target) {
    const began = performance.now();
    await this.admin('PUT', '/pool', { target });
    for (;;) {
      const { ready, starting, retiring, backoff } = await this.admin('GET', '/pool');
      if (ready === target && starting === 0 && retiring === 0) return (performance.now() - began) / 1_000;
      if (backoff?.failures > 3) throw new Error(`Warm instances do not start: ${backoff.error}`);
      await sleep(100, undefined, { signal: this.signal });
    }
  }

  /** An organiser's request, whatever it is answered. */
  asAdmin(method, path, body) {
    return this.request(method, path, body, undefined, ADMIN);
  }

  /** Ends one session. */
  async endOne(session) {
    this.sessions.splice(this.sessions.indexOf(session), 1);
    await this.end(session);
  }

  get processHome() {
    return join(this.folder, 'process');
  }

  /** Ends every session. */
  async clear() {
    const ending = this.sessions.splice(0);
    const { errors } = await closedLoop((index) => this.end(ending[index]), {
      count: ending.length,
      clients: ENDS_AT_ONCE,
      signal: this.signal,
    });
    if (errors.length > 0) throw errors[0];
  }

  async end({ session_id, session_token }) {
    const { status, body } = await this.request('DELETE', `/api/sessions/${session_id}`, undefined, session_token);
    if (status !== 200) throw new Error(`DELETE of ${session_id} answered ${status}: ${body.detail ?? body.status}`);
  }

  /** Ends the manager and all that it started. */
  async stop() {
    try {
      await this.manager?.stop(30_000);
      if (this.manager) await this.purge();
    } finally {
      this.store?.disconnect();
      await this.redis?.stop();
      rmSync(this.folder, { recursive: true, force: true });
    }
  }

  async purge() {
    try {
      await run(process.execPath, [MAIN, '--purge'], { env: this.environment, cwd: this.folder, timeout: 300_000 });
    } catch (error) {
      warn(`Not all of the deployment ${this.deployment} could be removed: ${error.message}`);
    }
  }

  async request(method, path, body, token, authorization = token && `Bearer ${token}`) {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(authorization && { authorization }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.any([this.signal, AbortSignal.timeout(REQUEST_MS)]),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  async isHealthy() {
    try {
      const response = await fetch(`${this.url}/api/health`, { signal: AbortSignal.timeout(2_000) });
      return (await response.json()).status === 'healthy';
    } catch {
      return false;
    }
  }
}

/** Rejects when the address does not answer 200. */
export async function mustAnswer(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
}

/** Every variable that a figure depends on; an empty one is as good as unset, whatever the caller's environment says. */
const environmentOf = ({ driver, socket, firstPort, portCount, variables, deployment, processHome, redis, port }) => ({
  HOST,
  PORT: String(port),
  PUBLIC_HOST: HOST,
  PUBLIC_URL: '',
  SESSION_DOMAIN: '',
  REDIS_PATH: redis.socket,
  REDIS_DB: '',
  REDIS_PASSWORD: '',
  DRIVER: driver,
  ...(socket && { DOCKER_SOCKET: socket }),
  DEPLOYMENT_ID: deployment,
  PORT_RANGE_START: String(firstPort),
  PORT_RANGE_END: String(firstPort + portCount - 1),
  MAX_TOTAL_SESSIONS: String(portCount),
  MAX_SESSIONS_PER_USER: String(portCount),
  SESSION_TTL_HOURS: '',
  DESTINATIONS_ALLOW: '127.0.0.1/32',
  DESTINATIONS_DENY: '',
  ADMIN_USERNAME: USERNAME,
  ADMIN_PASSWORD: PASSWORD,
  WARM_POOL_SIZE: '0',
  WARM_POOL_PLAN: '',
  WARM_MAX_AGE_HOURS: '',
  WAITING_ROOM_SIZE: '',
  VOLUME_RETENTION_HOURS: '0',
  BACKEND_IMAGE: PAIR.backend.image,
  FRONTEND_IMAGE: PAIR.frontend.image,
  BACKEND_CPU_LIMIT: String(PAIR.backend.cpus),
  FRONTEND_CPU_LIMIT: String(PAIR.frontend.cpus),
  BACKEND_MEMORY_LIMIT: String(PAIR.backend.memoryBytes),
  FRONTEND_MEMORY_LIMIT: String(PAIR.frontend.memoryBytes),
  PIDS_LIMIT: String(PAIR.pids),
  NETWORK_ISOLATION: 'session',
  SESSION_SUBNET_POOL: PAIR.subnetPool,
  PUBLISH_ADDRESS: HOST,
  DOOR_CONTAINERS: '',
  INSTANCE_DISABLE_AUTH: '',
  LAUNCH_CONCURRENCY: String(AT_ONCE),
  LAUNCH_TIMEOUT_SECONDS: '',
  LOG_LEVEL: 'info',
  PROCESS_HOME: processHome,
  INSTANCE_DIR: at('dist/instance'),
  CONTENT_PATH: at('Backend'),
  LANDING_DIR: at('landing'),
  ADMIN_UI_DIR: at('dist/admin-ui'),
  ...variables,
});
