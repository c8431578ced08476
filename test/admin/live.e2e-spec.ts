import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventStream } from '../support/event-stream';
import { ADMIN, TestPlatform, until } from '../support/platform';
import { processesWith } from '../support/processes';

let platform: TestPlatform;
const opened: EventStream[] = [];
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());
afterEach(() => {
  for (const stream of opened.splice(0)) stream.close();
});

const listen = async (to = platform, authorization = ADMIN) => {
  const stream = await EventStream.open(`${to.origin}/api/admin/events`, { authorization });
  opened.push(stream);
  return stream;
};

it('tells who opens it the dashboard at once, how long to wait before the next try, and signs of life', async () => {
  const stream = await listen();
  expect(stream.response.headers.get('content-type')).toBe('text/event-stream');
  const { data } = await stream.next('dashboard', () => true, 1_000);
  expect(data.sessions.max).toBe(150);
  expect(stream.notes.join()).toContain('retry: ');
  await until(() => stream.notes.some((note) => note.includes(': alive')), 20_000);
});

it('tells two listeners of each change within a second, and of the same dashboards', async () => {
  const [one, two] = [await listen(), await listen()];
  const asked = Date.now();
  const { body: session } = await platform.create('ann', { prefer: 'respond-async' });
  const id = session.session_id;
  for (const stream of [one, two]) {
    const first = await stream.next('session', ({ session_id }) => session_id === id);
    expect(first.at - asked).toBeLessThan(1_000);
    expect(first.data).toMatchObject({ user_id: 'ann', status: 'creating', warm: false, error: null });
    await stream.next('session', ({ session_id, status }) => session_id === id && status === 'active');
  }
  const extended = Date.now();
  const { body } = await platform.admin('POST', `/sessions/${id}/extend`, { hours: 2 });
  const told = await two.next('session', ({ expires_at }) => expires_at === body.expires_at);
  expect(told.at - extended).toBeLessThan(1_000);
  const { data: entry } = await one.next('audit', ({ action }) => action === 'extended');
  expect(entry).toMatchObject({
    id: expect.stringMatching(/^\d+-\d+$/),
    target: id,
    detail: { hours: 2 },
    actor: 'admin',
  });
  const dashboards = (stream: EventStream) => stream.of('dashboard').map(({ data }) => data.at as string);
  await until(() => dashboards(one).length > 2 && dashboards(two).length > 2);
  expect(
    dashboards(one)
      .slice(-2)
      .some((at) => dashboards(two).includes(at)),
  ).toBe(true);

  await platform.end(session);
  for (const stream of [one, two]) {
    expect((await stream.next('session_gone')).data).toEqual({ session_id: id, status: 'ended', reason: 'deleted' });
  }
});

it('tells of a container that crashes and runs again', async () => {
  const stream = await listen();
  const { body: session } = await platform.create('bob');
  const shows = (backend: string, from = 0) =>
    stream.next(
      'session',
      ({ session_id, status, containers }) =>
        session_id === session.session_id && status === 'active' && containers.backend === backend,
      20_000,
      from,
    );
  await shows('running');
  // Changes that follow one another at once are told together: then a crash would be over before it is told.
  await sleep(500);
  const instance = String(session.session_id).slice(-8);
  const [backend] = processesWith('backend.cjs').filter(({ command }) => command.includes(instance));
  process.kill(backend!.pid, 'SIGKILL');
  const crashed = await shows('exited');
  await shows('running', crashed.at);
  await platform.end(session);
});

it('tells of a burst at most four times a second for each session', async () => {
  const stream = await listen();
  const { body: session } = await platform.create('burst');
  const id = session.session_id;
  await stream.next('session', ({ session_id, status }) => session_id === id && status === 'active');
  const before = stream.of('session').length;
  for (let i = 0; i < 100; i++) {
    await platform.redis.client.publish('events', JSON.stringify({ sessionId: id, status: 'active', step: 'done' }));
    await sleep(10);
  }
  await sleep(500);
  const told = stream.of('session').length - before;
  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThanOrEqual(8);
  await platform.end(session);
});

it("tells of another replica's sessions, acts and operations", async () => {
  const replica = await platform.startReplica();
  try {
    const stream = await listen(replica);
    await stream.next('dashboard');
    const { body: session } = await platform.create('cy');
    const row = await stream.next('session', ({ status }) => status === 'active');
    expect(row.data.session_id).toBe(session.session_id);
    await platform.admin('POST', `/sessions/${session.session_id}/access`);
    expect((await stream.next('audit', ({ action }) => action === 'opened')).data.target).toBe(session.session_id);
    const wanted = { action: 'terminate', session_ids: [session.session_id] };
    const { body: operation } = await platform.admin('POST', '/operations', wanted);
    await stream.next(
      'operation',
      ({ operation_id, status }) => operation_id === operation.operation_id && status === 'done',
    );
    expect((await stream.next('session_gone')).data.reason).toBe('terminated');
  } finally {
    await replica.stopManager();
  }
});

it('tells who opens it what instances used at the last reading, without waiting for the next', async () => {
  const { body: session } = await platform.create('hal');
  const isRead = ({ sessions }: { sessions: { session_id: string }[] }) =>
    sessions.some(({ session_id: id }) => id === session.session_id);
  const told = await (await listen()).next('usage', isRead, 30_000);
  const { data } = await (await listen()).next('usage', isRead, 1_000);
  expect(data).toEqual(told.data);
  await platform.end(session);
});

it('reads what instances use once for all replicas', async () => {
  const replica = await platform.startReplica();
  try {
    const stream = await listen(replica);
    await sleep(25_000);
    const times = stream.of('usage').map(({ data }) => Date.parse(data.at));
    expect(times.length).toBeGreaterThanOrEqual(2);
    for (const [i, at] of times.slice(1).entries()) expect(at - times[i]!).toBeGreaterThan(8_000);
  } finally {
    await replica.stopManager();
  }
});

it('ends with the login', async () => {
  const login = await platform.request('POST', '/api/admin/login', { username: 'admin', password: 'techsummit2025' });
  const authorization = `Bearer ${login.body.access_token}`;
  const [mine, other] = [await listen(platform, authorization), await listen()];
  await mine.next('dashboard');
  await platform.request('POST', '/api/admin/logout', undefined, { authorization });
  await until(() => mine.hasEnded, 15_000);
  expect(other.hasEnded).toBe(false);
  expect((await listen(platform, authorization)).response.status).toBe(401);
});

it('ends when Redis was away, so that pages read anew what they missed', async () => {
  const stream = await listen();
  await stream.next('dashboard');
  await platform.redis.kill();
  await sleep(500);
  await platform.redis.start();
  await until(() => stream.hasEnded, 15_000);
  await until(async () => (await platform.get('/api/health')).body.status === 'healthy');
  await (await listen()).next('dashboard');
});

it('lets go of a listener that does not read, and keeps the others', async () => {
  const reader = await listen();
  await reader.next('dashboard');
  const { port } = new URL(platform.origin);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(`GET /api/admin/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${ADMIN}\r\n\r\n`);
  await sleep(1_000);
  socket.pause();
  const failures = 'x'.repeat(100_000);
  const count = 200;
  for (let i = 0; i < count; i++) {
    await platform.redis.client.publish('admin:events', JSON.stringify({ type: 'operation', data: { i, failures } }));
  }
  await reader.next('operation', ({ i }) => i === count - 1, 20_000);
  await until(() => platform.log.some((line) => line.includes('is not reading its events')), 10_000);
  let received = 0;
  socket.on('data', (chunk) => (received += chunk.length));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => undefined);
  socket.resume();
  await closed;
  expect(received).toBeLessThan(count * failures.length);
  expect(reader.hasEnded).toBe(false);
});
