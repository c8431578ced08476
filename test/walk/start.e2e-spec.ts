import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../pages/browser';
import { AdminPage } from '../pages/admin-page';
import { freePort } from '../support/free-port';
import { processesWith } from '../support/processes';
import { ROOT } from '../support/platform';
import { attendeeWalk } from './attendee-walk';

/** `npm start` as a newcomer on a machine without Docker types it. */
class Started {
  readonly output: string[] = [];
  private constructor(
    private readonly child: ChildProcess,
    readonly origin: string,
  ) {}

  static async start(): Promise<Started> {
    const port = await freePort();
    const child = spawn('npm', ['start'], {
      cwd: ROOT,
      detached: true,
      env: { ...process.env, DRIVER: 'process', PORT: String(port), DESTINATIONS_ALLOW: '127.0.0.1/32' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const started = new Started(child, `http://localhost:${port}`);
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        started.output.push(chunk.toString());
        if (started.output.join('').includes('Ctrl-C stops everything')) resolve();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${started.output.join('')}`)));
    });
    return started;
  }

  /** Ctrl-C: the terminal signals the whole process group. */
  async interrupt(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exit = once(this.child, 'exit');
    process.kill(-(this.child.pid ?? 0), 'SIGINT');
    await exit;
  }
}

let platform: Started;
let browser: Browser;
beforeAll(async () => {
  [platform, browser] = await Promise.all([Started.start(), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser.close();
  await platform.interrupt();
});

it('prints where everything is, and that the process driver isolates nothing', () => {
  const output = platform.output.join('');
  expect(output).toContain(`${platform.origin}/admin`);
  expect(output).toContain(`${platform.origin}/api/docs`);
  expect(output).toMatch(/isolated from nothing/);
  expect(output).toMatch(/default password/);
});

it('lets an attendee launch an instance, send events and come back, and an organiser see it and end it', async () => {
  const { sessionToken, complaints } = await attendeeWalk(browser, {
    origin: platform.origin,
    receiverAddress: '127.0.0.1',
  });
  expect(complaints).toEqual([]);
  expect(sessionToken).toHaveLength(43);

  const context = await browser.newContext({ viewport: { width: 1_280, height: 900 } });
  const admin = new AdminPage(await context.newPage());
  await admin.open(platform.origin);
  await admin.logIn();
  await admin.live();
  await admin.sessions();
  const answer = await fetch(`${platform.origin}/api/sessions`, {
    headers: { authorization: `Bearer ${sessionToken}` },
  });
  const { sessions } = (await answer.json()) as { sessions: { session_id: string }[] };
  const id = sessions[0]?.session_id ?? '';
  expect(id).toMatch(/^ada-lovelace-/);
  await admin.row(id).waitFor();
  await admin.terminate(id);
  await admin.row(id).waitFor({ state: 'detached', timeout: 30_000 });
  const gone = await fetch(`${platform.origin}/api/sessions/${id}`, {
    headers: { authorization: `Bearer ${sessionToken}` },
  });
  expect(gone.status).toBe(410);
  await context.close();
});

it('leaves nothing behind at Ctrl-C, not even a running instance', async () => {
  const made = await fetch(`${platform.origin}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user_id: 'still-here' }),
  });
  expect(made.status).toBe(201);
  const instances = () => processesWith(`--jarvis-home=${join(ROOT, '.data/process')}`);
  expect(instances()).toHaveLength(2);
  await platform.interrupt();
  expect(instances()).toEqual([]);
  // What other tests have from there: Jest's report, and the Redis of a platform.
  const others = /\/jest|jarvis-redis-\w+\/redis\.sock/;
  expect(processesWith(join(ROOT, '.data')).filter(({ command }) => !others.test(command))).toEqual([]);
  await expect(fetch(platform.origin)).rejects.toThrow('fetch failed');
  expect(platform.output.join('')).toContain('Nothing is left running');
});
