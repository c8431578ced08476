import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, TestPlatform, until } from '../support/platform';
import { processesWith } from '../support/processes';
import {
  aKey,
  cookieOf,
  exchange,
  keepSomething,
  kept,
  later,
  organiser,
  waysIn,
  readSession,
  untilActive,
  type OwnSession,
} from '../support/rotation';

let platform: TestPlatform;
let programs: string;
beforeEach(async () => {
  programs = join(mkdtempSync(join(tmpdir(), 'jarvis-programs-')), 'instance');
  cpSync(join(ROOT, 'dist/instance'), programs, { recursive: true });
  platform = await TestPlatform.start({ INSTANCE_DIR: programs, WARM_POOL_SIZE: '1' });
});
afterEach(async () => {
  await platform.stop();
  rmSync(join(programs, '..'), { recursive: true, force: true });
});

const read = (session: OwnSession, token: string) => readSession(platform, session, token);
const record = ({ session_id: id }: OwnSession) => platform.redis.client.hgetall(`session:${id}`);
const owned = (session: OwnSession) => untilActive(platform, session);

/** A session on a warm instance, which keeps something. */
async function claimed(user: string): Promise<OwnSession> {
  await until(async () => (await platform.admin('GET', '/pool')).body.ready === 1, 60_000);
  const { body } = await platform.create(user);
  expect((await record(body))['warm']).toBe('1');
  await keepSomething(body);
  return body;
}

/** `kill -9` as soon as the session is told to have come to the step; that is listened for when this resolves. */
async function killAt(step: string): Promise<{ readonly killed: Promise<void> }> {
  const listener = platform.redis.client.duplicate();
  const came = new Promise<void>((resolve) => {
    listener.on('message', (_, text) => {
      const change = JSON.parse(text) as { status: string; step: string };
      if (change.status === 'creating' && change.step === step) resolve();
    });
  });
  await listener.subscribe('events');
  const kill = async (): Promise<void> => {
    await came;
    await platform.killManager();
    listener.disconnect();
  };
  return { killed: kill() };
}

it.each(['queued', 'storage', 'starting', 'ready'])(
  'comes up with the new keys where kill -9 hit it at “%s”, for whom asks again',
  async (step) => {
    const old = await claimed('ada');
    const cookie = await cookieOf(old);
    const key = aKey();
    const { killed } = await killAt(step);
    void exchange(platform, old, { ...key, ...later }).catch(() => undefined);
    await killed;
    await platform.startManager();
    expect((await read(old, old.session_token)).status).toBe(404);
    const { status, body } = await exchange(platform, old, { ...key, ...later });
    expect([200, 202]).toContain(status);
    const now = await owned(body);
    expect(await waysIn(old, cookie)).toEqual([401, 401, 401, 401]);
    expect(await waysIn(now, await cookieOf(now))).toEqual([302, 200, 200, 200]);
    expect(await kept(now)).toEqual(['Lab']);
    expect(processesWith(now.session_id.slice(-8))).toHaveLength(2);
    expect(await record(now)).toMatchObject({ rotated_from: '', status: 'active' });

    await platform.redis.client.flushall();
    await platform.killManager();
    await platform.startManager();
    await until(async () => (await read(now, now.session_token)).status === 200, 60_000);
    expect((await read(old, old.session_token)).status).toBe(404);
  },
);

it('comes up although nobody asks again: an organiser then hands the session back', async () => {
  const old = await claimed('dan');
  const { killed } = await killAt('queued');
  void exchange(platform, old, later).catch(() => undefined);
  await killed;
  await platform.startManager();
  await until(async () => (await record(old))['status'] === 'active', 60_000);
  expect((await read(old, old.session_token)).status).toBe(404);
  const { status, body: now } = await exchange(platform, old, organiser);
  expect([status, await kept(now)]).toEqual([200, ['Lab']]);
});

it('is not ended by an instance that does not start: it is tried again until it does, and what it holds stays', async () => {
  const old = await claimed('bob');
  const cookie = await cookieOf(old);
  await platform.admin('PUT', '/pool', { target: 0 });
  renameSync(programs, `${programs}-away`);
  const { status, body } = await exchange(platform, old, later);
  expect(status).toBe(202);
  const shown = () => read(body, body.session_token);
  await until(async () => (await shown()).body.error !== null);
  expect((await shown()).body).toMatchObject({ status: 'creating', frontend_url: null });
  expect((await shown()).body.error).toMatch(
    /not on this host\. It is tried again by itself; what it holds is kept\.$/,
  );
  expect(await waysIn(old, cookie)).toEqual([null, null, null, null]);
  expect((await exchange(platform, body)).body.code).toBe('not_active');
  renameSync(`${programs}-away`, programs);
  const now = await owned(body);
  expect((await shown()).body.error).toBeNull();
  expect(await kept(now)).toEqual(['Lab']);
});

it('can be ended while it is started anew, and leaves nothing', async () => {
  const old = await claimed('cid');
  await platform.admin('PUT', '/pool', { target: 0 });
  const { body } = await exchange(platform, old, later);
  expect((await platform.end(body)).body.status).toBe('ended');
  await until(async () => (await platform.leftovers('pool:config')).length === 0, 20_000);
  expect(processesWith(platform.deployment)).toEqual([]);
});
