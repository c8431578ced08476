import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { portOfOurs } from './free-port';
import { startRedis, type TestRedis } from './redis';

export const ROOT = resolve(__dirname, '../..');
const MAIN = join(ROOT, 'dist/apps/session-manager/apps/session-manager/src/main.js');

const LEFTOVERS_MS = 5_000;

export const ADMIN = `Basic ${Buffer.from('admin:techsummit2025').toString('base64')}`;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any; // eslint-disable-line
}

/** The built session manager as its own process, on a Redis of the test's own. */
export class TestPlatform {
  readonly log: string[] = [];
  private child: ChildProcess | undefined;
  private url = '';

  private constructor(
    readonly redis: TestRedis,
    private readonly variables: Record<string, string>,
    readonly deployment = `test-${randomBytes(4).toString('hex')}`,
    private readonly folder = mkdtempSync(join(tmpdir(), 'jarvis-platform-')),
  ) {}

  /** Starts Redis and the session manager; `variables` go over the test's defaults. */
  static async start(variables: Record<string, string> = {}): Promise<TestPlatform> {
    const first = portOfOurs(500);
    const platform = new TestPlatform(await startRedis(), {
      PORT_RANGE_START: String(first),
      PORT_RANGE_END: String(first + 499),
      ...variables,
    });
    await platform.startManager();
    return platform;
  }

  /** A second manager beside this one, on the same Redis and instances: only its own manager is to be stopped. */
  async startReplica(): Promise<TestPlatform> {
    const replica = new TestPlatform(this.redis, this.variables, this.deployment, this.folder);
    await replica.startManager();
    return replica;
  }

  get environment(): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'],
      REDIS_PATH: this.redis.path,
      DRIVER: 'process',
      PROCESS_HOME: join(this.folder, 'home'),
      INSTANCE_DIR: join(ROOT, 'dist/instance'),
      CONTENT_PATH: join(ROOT, 'Backend'),
      LANDING_DIR: join(ROOT, 'landing'),
      ADMIN_UI_DIR: join(ROOT, 'dist/admin-ui'),
      DEPLOYMENT_ID: this.deployment,
      HOST: '127.0.0.1',
      PORT: '0',
      ...this.variables,
    };
  }

  /** What the session manager holds of the machine's memory. */
  memoryBytes(): number {
    const status = readFileSync(`/proc/${this.child?.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1_024;
  }

  get origin(): string {
    return this.url;
  }

  /** Resolves when the session manager listens and has both Redis and its engine, unless `healthy` is not asked for. */
  async startManager(variables: Record<string, string> = {}, healthy = true): Promise<void> {
    const child = spawn(process.execPath, [MAIN], {
      cwd: this.folder,
      env: { ...this.environment, ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    const lines = [createInterface({ input: child.stdout }), createInterface({ input: child.stderr })];
    this.url = await new Promise((found, failed) => {
      child.once('exit', (code) =>
        failed(new Error(`The session manager ended with ${code}:\n${this.log.slice(-20).join('\n')}`)),
      );
      for (const reader of lines) {
        reader.on('line', (line) => {
          this.log.push(line);
          const at = /Listening on (http:\/\/[\d.]+:\d+)/.exec(line)?.[1];
          if (at !== undefined) found(at);
        });
      }
    });
    if (healthy) await until(async () => (await this.get('/api/health')).body.status === 'healthy');
  }

  /** `kill -9`: no handler runs. */
  async killManager(): Promise<void> {
    await this.signal('SIGKILL');
  }

  async stopManager(): Promise<void> {
    await this.signal('SIGTERM');
  }

  private async signal(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }

  /** Ends the manager, everything that it started, and Redis. */
  async stop(): Promise<void> {
    await this.stopManager();
    await this.purge();
    await this.redis.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** `main.js --purge`. Answers what it printed. */
  async purge(): Promise<string> {
    const child = spawn(process.execPath, [MAIN, '--purge'], {
      cwd: this.folder,
      env: this.environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(child, 'exit');
    return Buffer.concat(chunks).toString();
  }

  async request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parse(text) };
  }

  get(path: string, token?: string): Promise<Answer> {
    return this.request('GET', path, undefined, token === undefined ? {} : { authorization: `Bearer ${token}` });
  }

  admin(method: string, path: string, body?: unknown): Promise<Answer> {
    return this.request(method, `/api/admin${path}`, body, { authorization: ADMIN });
  }

  create(userId: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.request('POST', '/api/sessions', { user_id: userId }, headers);
  }

  /** The sessions that run or are being started, as organisers are shown them. */
  async activeSessions(): Promise<Answer['body'][]> {
    return (await this.admin('GET', '/sessions/active')).body.sessions;
  }

  /** Ends all of them, as an organiser. */
  async endSessions(): Promise<void> {
    for (const { session_id: id } of await this.activeSessions()) await this.admin('DELETE', `/sessions/${id}`);
  }

  end(session: { session_id: string; session_token: string }): Promise<Answer> {
    return this.request('DELETE', `/api/sessions/${session.session_id}`, undefined, {
      authorization: `Bearer ${session.session_token}`,
    });
  }

  /**
   * What a session could have left in Redis; keys that every platform has, or that end by themselves, are left out, and so are `expected` ones. An end is told a moment
   * before the record of its job goes: only what stays for seconds is left.
   */
  async leftovers(...expected: string[]): Promise<string[]> {
    const end = Date.now() + LEFTOVERS_MS;
    for (;;) {
      const left = (await this.leftNow()).filter((key) => !expected.includes(key));
      if (left.length === 0 || Date.now() > end) return left;
      await sleep(50);
    }
  }

  private async leftNow(): Promise<string[]> {
    const keys = await this.redis.client.keys('*');
    const standing =
      /^(jobs:(launch|retire|operation):(meta|id|events|stalled-check|marker)|ports:(free|range|aside)|sessions:history(:order)?|sessions:ends|audit|operations(:.*)?|reservations:claimed:.*|config:global|launches|usage:.*|lock:.*|auth:.*|idempotency:.*|waiting:(seq|ticket:.*))$/;
    return keys.filter((key) => !standing.test(key)).toSorted();
  }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Resolves when the condition holds; rejects after `ms`. */
export async function until(condition: () => Promise<boolean> | boolean, ms = 30_000): Promise<void> {
  const end = Date.now() + ms;
  for (;;) {
    if (await condition()) return;
    if (Date.now() > end) throw new Error(`It did not come true within ${ms} ms: ${condition.toString()}`);
    await sleep(50);
  }
}
