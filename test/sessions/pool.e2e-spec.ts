import { setTimeout as sleep } from 'node:timers/promises';
import { TestPlatform, until } from '../support/platform';
import { processesWith } from '../support/processes';

interface Created {
  readonly session_id: string;
  readonly session_token: string;
  readonly frontend_url: string;
  readonly backend_url: string;
  readonly access_token: string;
}

let platform: TestPlatform;
const start = async (variables: Record<string, string>) => {
  platform = await TestPlatform.start({ MAX_SESSIONS_PER_USER: '50', ...variables });
};
afterEach(async () => {
  const { deployment } = platform;
  await platform.stop();
  expect(processesWith(deployment)).toEqual([]);
});

const pool = async () => (await platform.admin('GET', '/pool')).body;
/** The pool is told to be empty, and everything else is gone, too. */
const nothingLeft = async () => {
  const rest = () => platform.leftovers('pool:config');
  await until(async () => (await rest()).length === 0, 20_000).catch(() => undefined);
  expect(await rest()).toEqual([]);
};
const untilReady = (count: number) => until(async () => (await pool()).ready === count, 60_000);
const instanceOf = ({ session_id: id }: Created) => id.slice(-8);
const answers = async ({ frontend_url: url }: Created) => (await fetch(new URL('/health', url))).status;
const identity = async ({ backend_url: url, access_token: token }: Created) => {
  const answer = await fetch(`${url}session`, { headers: { authorization: `Bearer ${token}` } });
  return (await answer.json()) as { user_id: string; session_id: string };
};

it('gives each of many at once a warm instance of their own, at once, and fills itself again', async () => {
  await start({ WARM_POOL_SIZE: '6' });
  await untilReady(6);
  const warm = await platform.redis.client.smembers('pool:all');
  const answered = await Promise.all(Array.from({ length: 6 }, (_, i) => platform.create(`guest-${i}`)));
  expect(answered.map(({ status }) => status)).toEqual(Array(6).fill(201));
  const sessions = answered.map(({ body }) => body as Created);
  expect(sessions.map(instanceOf).toSorted()).toEqual(warm.toSorted());
  for (const [i, session] of sessions.entries()) {
    expect(await answers(session)).toBe(200);
    expect(await identity(session)).toMatchObject({ user_id: `guest-${i}`, session_id: session.session_id });
  }
  await untilReady(6);
  for (const session of sessions) expect((await platform.end(session)).body.status).toBe('ended');
  await platform.admin('PUT', '/pool', { target: 0 });
  await nothingLeft();
});

it('stays within the cap, and makes room for an attendee who needs its place', async () => {
  await start({ WARM_POOL_SIZE: '10', MAX_TOTAL_SESSIONS: '3' });
  await untilReady(3);
  const sessions = [];
  for (let i = 0; i < 3; i++) {
    const { status, body } = await platform.create(`guest-${i}`);
    expect(status).toBe(201);
    sessions.push(body as Created);
    const { ready, starting } = await pool();
    expect(ready + starting).toBeLessThanOrEqual(2 - i);
  }
  expect((await platform.create('late')).status).toBe(503);
  await platform.end(sessions[0]!);
  await untilReady(1);
});

it('follows the target that an admin sets, up and down, and the plan', async () => {
  await start({});
  expect(await pool()).toMatchObject({ target: 0, target_source: 'environment', ready: 0 });
  const set = await platform.admin('PUT', '/pool', { target: 2 });
  expect(set).toMatchObject({ status: 200, body: { target: 2, target_source: 'admin' } });
  await untilReady(2);
  const minuteAgo = new Date(Date.now() + 1_000).toISOString().replace(/\.\d+/, '');
  await platform.admin('PUT', '/pool', { plan: [{ at: minuteAgo, keep: 1 }] });
  await until(async () => (await pool()).target_source === 'plan', 5_000);
  await untilReady(1);
  await until(async () => (await pool()).retiring === 0);
  await platform.admin('PUT', '/pool', { target: 0 });
  await until(async () => (await platform.redis.client.keys('pool:instance:*')).length === 0);
  for (const plan of [
    [{ at: '25:00', keep: 1 }],
    [{ at: '08:45', keep: -1 }],
    [{ at: '2026-13-01T00:00:00Z', keep: 1 }],
    'x',
  ])
    expect((await platform.admin('PUT', '/pool', { plan })).status).toBe(400);
});

it('replaces instances of other settings, and never gives one away', async () => {
  await start({ WARM_POOL_SIZE: '2' });
  await untilReady(2);
  const old = await platform.redis.client.smembers('pool:all');
  await platform.stopManager();
  await platform.startManager({ INSTANCE_DISABLE_AUTH: 'true' });
  const { body } = await platform.create('ada');
  expect(old).not.toContain(instanceOf(body as Created));
  await until(async () => {
    const now = await platform.redis.client.zrange('pool:ready', '0', '-1');
    return now.length === 2 && !now.some((id) => old.includes(id));
  }, 60_000);
});

it('waits longer and longer after starts that fail, and says why', async () => {
  await start({ WARM_POOL_SIZE: '1', INSTANCE_DIR: '/nowhere' });
  await until(async () => ((await pool()).backoff?.failures ?? 0) >= 2, 30_000);
  const { backoff, ready } = await pool();
  expect(ready).toBe(0);
  expect(Date.parse(backoff.retry_at)).toBeGreaterThan(Date.now());
  expect(backoff.error).toBeTruthy();
});

it('gives claimed instances back to their owners when Redis has lost everything', async () => {
  await start({ WARM_POOL_SIZE: '2' });
  await untilReady(2);
  const { body } = await platform.create('ada@example.org');
  await untilReady(2);
  await platform.redis.client.flushall();
  await platform.killManager();
  await platform.startManager();
  const session = body as Created;
  await until(
    async () => (await platform.get(`/api/sessions/${session.session_id}`, session.session_token)).status === 200,
    30_000,
  );
  const again = await platform.get(`/api/sessions/${session.session_id}`, session.session_token);
  expect(again.body).toMatchObject({
    user_id: 'ada@example.org',
    status: 'active',
    frontend_url: session.frontend_url,
  });
  expect(await answers(session)).toBe(200);
  await untilReady(2);
});

it.each([5, 20, 60, 150])(
  'loses nothing and gives nothing twice when the manager is killed %i ms into a burst of claims',
  async (ms) => {
    await start({ WARM_POOL_SIZE: '5' });
    await untilReady(5);
    const keys = Array.from({ length: 8 }, (_, i) => `burst-of-claims-${ms}-${i}`);
    const post = (i: number) => platform.create(`guest-${i}`, { 'idempotency-key': keys[i]! }).catch(() => undefined);
    const burst = keys.map((_, i) => post(i));
    await sleep(ms);
    await platform.killManager();
    await Promise.all(burst);
    await platform.startManager();
    const sessions = (await Promise.all(keys.map((_, i) => post(i)))).map((answer) => answer!.body as Created);
    await until(async () => {
      const all = await Promise.all(
        sessions.map(({ session_id: id, session_token: token }) => platform.get(`/api/sessions/${id}`, token)),
      );
      return all.every(({ body }) => body.status === 'active');
    }, 60_000);
    expect(new Set(sessions.map(instanceOf)).size).toBe(8);
    expect(new Set(sessions.map(({ frontend_url: url }) => new URL(url).port)).size).toBe(8);
    for (const [i, session] of sessions.entries()) expect((await identity(session)).user_id).toBe(`guest-${i}`);
    await untilReady(5);
    for (const session of sessions) await platform.end(session);
    await platform.admin('PUT', '/pool', { target: 0 });
    await nothingLeft();
  },
);
