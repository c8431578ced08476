import { setTimeout as sleep } from 'node:timers/promises';
import { processesWith } from '../support/processes';
import { TestPlatform, until } from '../support/platform';

let platform: TestPlatform;
beforeEach(async () => {
  platform = await TestPlatform.start({ LAUNCH_CONCURRENCY: '2' });
});
afterEach(() => platform.stop());

const home = () => platform.environment['PROCESS_HOME'] ?? '';
const active = () => platform.activeSessions();

/** `kill -9` at the moment when a session of the user comes to the status; it is watched for when this resolves. */
async function killWhen(user: string, status: string): Promise<{ readonly killed: Promise<void> }> {
  const listener = platform.redis.client.duplicate();
  const came = new Promise<void>((resolve) => {
    listener.on('message', (_, text) => {
      const change = JSON.parse(text) as { status: string; sessionId: string };
      if (change.status === status && change.sessionId.startsWith(user)) resolve();
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

describe.each([40, 400, 1_200])('kill -9 of the session manager %i ms into ten creations', (ms) => {
  it('leaves every session active or cleanly ended within a minute, and nothing else', async () => {
    const begun = Promise.allSettled(
      Array.from({ length: 10 }, (_, i) => platform.create(`crash-${i}`, { prefer: 'respond-async' })),
    );
    await sleep(ms);
    await platform.killManager();
    await begun;
    await platform.startManager();
    await until(async () => (await active()).every(({ status }) => status === 'active'), 60_000);
    const sessions = await active();
    for (const { session_id: id } of sessions) {
      const { body } = await platform.request('GET', `/api/sessions/${id}/health`, undefined, {
        authorization: `Basic ${Buffer.from('admin:techsummit2025').toString('base64')}`,
      });
      expect(body).toMatchObject({ status: 'healthy' });
    }
    expect(processesWith(home()).length).toBe(2 * sessions.length);
    expect((await platform.redis.client.smembers('allocated_ports')).length).toBe(2 * sessions.length);
    await Promise.all(sessions.map(({ session_id: id }) => platform.admin('DELETE', `/sessions/${id}`)));
    expect(await platform.leftovers()).toEqual([]);
    expect(processesWith(home())).toEqual([]);
  });
});

it('goes on with an end that kill -9 interrupted', async () => {
  const { body } = await platform.create('half-ended');
  const { killed } = await killWhen('half-ended', 'stopping');
  void platform.end(body).catch(() => undefined);
  await killed;
  await platform.startManager();
  await until(async () => (await active()).length === 0, 60_000);
  expect(await platform.leftovers()).toEqual([]);
  expect(processesWith(home())).toEqual([]);
});

it('leaves running instances alone when it is stopped and started: a deploy does not end the event', async () => {
  const { body } = await platform.create('keeps-working');
  await platform.stopManager();
  const still = await fetch(`${body.backend_url}health`);
  expect(still.status).toBe(200);
  await platform.startManager();
  const again = await platform.get(`/api/sessions/${body.session_id}`, body.session_token);
  expect(again.body).toMatchObject({ status: 'active', frontend_url: body.frontend_url });
});

it('has each launch that came to its end on record, also where kill -9 comes at that very moment', async () => {
  const { client } = platform.redis;
  for (const user of ['ada', 'ben', 'cid']) {
    const { killed } = await killWhen(user, 'active');
    void platform.create(user).catch(() => undefined);
    await killed;
    await platform.startManager();
  }
  await until(async () => (await active()).filter(({ status }) => status === 'active').length === 3);
  const log = await client.xrange('launches', '-', '+');
  expect(log.map(([, fields]) => fields.slice(2, 4).concat(fields.slice(6)))).toEqual(
    ['ada', 'ben', 'cid'].map((user) => ['user', user, 'how', 'cold']),
  );
  expect(await client.ttl('launches')).toBeGreaterThan(86_000);
});

it('starts instances although the log of launches cannot be written', async () => {
  await platform.redis.client.set('launches', 'not a log');
  const { status, body } = await platform.create('unlogged');
  expect([status, body.status]).toEqual([201, 'active']);
  await platform.end(body);
});

it('brings a crashed server of an instance back', async () => {
  const { body } = await platform.create('crasher');
  const backend = processesWith(home()).find(({ command }) => command.includes('backend.cjs'));
  process.kill(backend!.pid, 'SIGKILL');
  await until(async () => (await fetch(`${body.backend_url}health`).catch(() => undefined))?.status !== 200);
  await until(async () => (await fetch(`${body.backend_url}health`).catch(() => undefined))?.status === 200, 45_000);
});

it('gets running sessions back after FLUSHALL, with the same owner, and hands no port out twice', async () => {
  const { body: before } = await platform.create('flushed');
  await platform.redis.client.flushall();
  await platform.stopManager();
  await platform.startManager();
  await until(async () => (await active()).length === 1);
  const after = await platform.get(`/api/sessions/${before.session_id}`, before.session_token);
  expect(after.body).toMatchObject({ status: 'active', user_id: 'flushed', frontend_url: before.frontend_url });
  const { body: next } = await platform.create('later');
  expect(new URL(next.frontend_url).port).not.toBe(new URL(before.frontend_url).port);
  await Promise.all([platform.end(before), platform.end(next)]);
  expect(await platform.leftovers()).toEqual([]);
});

it('goes on with the sessions of a Redis that was away, and answers 503 meanwhile', async () => {
  const { body } = await platform.create('patient');
  await platform.redis.kill();
  await until(async () => (await platform.get('/api/health')).status === 503);
  expect((await platform.get('/api/health')).body).toMatchObject({ status: 'unhealthy', redis: 'down' });
  const refusals = await Promise.all([
    platform.create('during'),
    platform.get(`/api/sessions/${body.session_id}`, body.session_token),
    platform.admin('GET', '/sessions/active'),
    platform.end(body),
  ]);
  for (const { status, headers, body: problem } of refusals) {
    expect([status, problem.code]).toEqual([503, 'redis_unavailable']);
    expect(headers.get('retry-after')).toBe('2');
  }
  expect((await fetch(`${body.backend_url}health`)).status).toBe(200);
  await platform.redis.start();
  await until(async () => (await platform.get('/api/health')).body.status === 'healthy');
  expect((await platform.get(`/api/sessions/${body.session_id}`, body.session_token)).body.status).toBe('active');
  const { status, body: next } = await platform.create('afterwards');
  expect(status).toBe(201);
  expect((await platform.end(next)).body.status).toBe('ended');
});

it.each([50, 150, 300])(
  'outlives a Redis that goes away %i ms into starts, and finishes them when it is back',
  async (ms) => {
    await Promise.all(Array.from({ length: 6 }, (_, i) => platform.create(`cut-${i}`, { prefer: 'respond-async' })));
    await sleep(ms);
    await platform.redis.kill();
    await sleep(1_500);
    expect((await platform.get('/api/health')).status).toBe(503);
    await platform.redis.start();
    await until(async () => (await platform.get('/api/health')).body.status === 'healthy');
    await until(async () => (await active()).every(({ status }) => status === 'active'), 60_000);
    const sessions = await active();
    expect(processesWith(home()).length).toBe(2 * sessions.length);
    await Promise.all(sessions.map(({ session_id: id }) => platform.admin('DELETE', `/sessions/${id}`)));
    expect(await platform.leftovers()).toEqual([]);
  },
);

it('stops soon at SIGTERM while Redis is away', async () => {
  await platform.redis.kill();
  await until(async () => (await platform.get('/api/health')).status === 503);
  const began = Date.now();
  await platform.stopManager();
  expect(Date.now() - began).toBeLessThan(15_000);
  await platform.redis.start();
});

it('gets places back whose records somebody deleted by hand', async () => {
  const { body } = await platform.create('ghost');
  // Without a manager that starts what has crashed, or takes back what still runs, in between.
  await platform.stopManager();
  await platform.redis.client.del(`session:${body.session_id}`);
  for (const { pid } of processesWith(home())) process.kill(pid, 'SIGKILL');
  await platform.startManager();
  await until(async () => (await platform.get('/api/health')).body.active_sessions === 0);
  await until(async () => (await platform.leftovers()).length === 0);
});

it('starts without Redis, says so, and works when Redis comes', async () => {
  await platform.stopManager();
  await platform.redis.kill();
  await platform.startManager({}, false);
  expect((await platform.create('early')).status).toBe(503);
  await platform.redis.start();
  await until(async () => (await platform.get('/api/health')).body.status === 'healthy');
  expect((await platform.create('now')).status).toBe(201);
});

it('stops soon although Redis was away a moment ago', async () => {
  await platform.redis.kill();
  await until(async () => (await platform.get('/api/capacity')).status === 503);
  await platform.redis.start();
  const began = Date.now();
  await platform.stopManager();
  expect(Date.now() - began).toBeLessThan(15_000);
});
