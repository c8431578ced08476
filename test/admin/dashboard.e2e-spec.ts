import { EventStream } from '../support/event-stream';
import { ADMIN, TestPlatform, until } from '../support/platform';
import { reserve } from './roster-links';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start({ MAX_TOTAL_SESSIONS: '3', MAX_SESSIONS_PER_USER: '3' });
});
afterAll(() => platform.stop());
afterEach(async () => {
  const { body } = await platform.admin('GET', '/sessions/active');
  for (const { session_id: id } of body.sessions) await platform.admin('DELETE', `/sessions/${id}`);
});

const dashboard = async () => (await platform.admin('GET', '/dashboard')).body;
const codes = ({ warnings }: { warnings: { code: string }[] }) => warnings.map(({ code }) => code);
const shows = async (condition: (body: any) => boolean) => until(async () => condition(await dashboard()), 60_000); // eslint-disable-line

it('counts sessions, ports and launches, and warns where the cap is near', async () => {
  const before = await dashboard();
  expect(before.sessions).toEqual({ active: 0, creating: 0, stopping: 0, reserved: 0, max: 3 });
  expect(before.ports).toMatchObject({ total: 500, used: 0 });
  expect(before.services).toMatchObject({ redis: 'up', engine: { driver: 'process', status: 'up' } });
  expect(before.services.engine_version).toMatch(/^v\d+/);
  expect(before.host.memory_used_bytes).toBeLessThan(before.host.memory_bytes);
  expect(before.host.disk_used_bytes).toBeLessThan(before.host.disk_bytes);
  expect(codes(before)).toEqual(expect.arrayContaining(['default_password', 'process_driver']));
  expect(codes(before)).not.toContain('sessions_near_cap');

  for (const user of ['ann', 'bob', 'cy']) expect((await platform.create(user)).status).toBe(201);
  await shows(({ launches }) => launches.count === 3);
  const full = await dashboard();
  expect(full.sessions).toMatchObject({ active: 3, max: 3 });
  expect(full.ports.used).toBe(6);
  expect(full.launches).toMatchObject({ count: 3, failed: 0, warm: 0, p95_ms: expect.any(Number) });
  expect(full.launches.p50_ms).toBeGreaterThan(0);
  expect(full.warnings).toContainEqual({
    code: 'sessions_near_cap',
    severity: 'critical',
    message: expect.stringContaining('3 of 3'),
    action: expect.any(String),
  });
});

it('counts places that are kept, and warns by them too', async () => {
  const kept = await reserve(platform, ['kay', 'lee', 'mo']);
  await shows(({ sessions }) => sessions.reserved === 3);
  expect(codes(await dashboard())).toContain('sessions_near_cap');
  for (const { id } of kept) await platform.admin('DELETE', `/reservations/${id}`);
  await shows((body) => body.sessions.reserved === 0 && !codes(body).includes('sessions_near_cap'));
});

it('tells a claim of a warm instance from a cold start', async () => {
  const before = (await dashboard()).launches;
  await platform.admin('PUT', '/pool', { target: 1 });
  await shows(({ pool }) => pool.ready === 1 && pool.target === 1);
  expect((await platform.create('dora')).status).toBe(201);
  await shows(({ launches }) => launches.count === before.count + 1 && launches.warm === before.warm + 1);
  await platform.admin('PUT', '/pool', { target: 0 });
  await shows(({ pool }) => pool.ready + pool.starting + pool.retiring === 0);
  const { body } = await platform.admin('GET', '/launches?minutes=5');
  expect(body).toMatchObject({ bucket_seconds: 60, buckets: { length: 5 }, failures: [] });
  const sum = body.buckets.reduce((all: number, { warm }: { warm: number }) => all + warm, 0);
  expect(sum).toBe(before.warm + 1);
});

it('keeps what became of a launch that failed, once', async () => {
  const before = (await dashboard()).launches;
  await platform.stopManager();
  await platform.startManager({ INSTANCE_DIR: '/nowhere' });
  expect((await platform.create('eve')).body.code).toBe('launch_failed');
  await shows(({ launches }) => launches.failed === 1);
  const { launches, warnings, services } = await dashboard();
  expect(launches.count).toBe(before.count + 1);
  expect(warnings).toContainEqual(expect.objectContaining({ code: 'image_missing', severity: 'critical' }));
  expect(services.images).toContainEqual({ name: '/nowhere/backend.cjs', present: false });
  const { body } = await platform.admin('GET', '/launches');
  expect(body.failures).toEqual([
    {
      at: expect.any(String),
      session_id: expect.stringMatching(/^eve-/),
      user_id: 'eve',
      code: 'launch_failed',
      message: expect.stringContaining('is not on this host'),
    },
  ]);
  await platform.stopManager();
  await platform.startManager();
});

it('shows what a busy session takes, over time, and nothing of an unknown one', async () => {
  const { body: session } = await platform.create('busy');
  const path = `/sessions/${session.session_id}/usage`;
  const stream = await EventStream.open(`${platform.origin}/api/admin/events`, { authorization: ADMIN });
  const of = (data: any) => data.sessions.find(({ session_id: id }: any) => id === session.session_id); // eslint-disable-line
  const idle = await stream.next('usage', (data) => of(data) !== undefined, 30_000);
  expect(of(idle.data).memory_bytes).toBeGreaterThan(10_000_000);
  const load = new AbortController();
  const headers = { authorization: `Bearer ${session.access_token}` };
  const busy = Array.from({ length: 8 }, async () => {
    while (!load.signal.aborted) await (await fetch(`${session.backend_url}products`, { headers })).text();
  });
  // An idle one takes a tenth of this, and other tests may take the processors.
  const rated = (data: any) => of(data)?.cpu_percent > 2; // eslint-disable-line
  await stream.next('usage', rated, 40_000).finally(() => load.abort());
  await Promise.all(busy);
  stream.close();
  const { body } = await platform.admin('GET', path);
  expect(body.samples.length).toBeGreaterThan(1);
  expect(body.samples[0].backend.cpu_percent).toBeNull();
  expect(body.samples.at(-1).backend.cpu_percent).toBeGreaterThan(body.samples.at(-1).frontend.cpu_percent);
  const { instances } = await dashboard();
  expect(instances).toMatchObject({ instances: 1, memory_bytes: expect.any(Number) });
  const platformHistory = (await platform.admin('GET', '/usage?minutes=5')).body.samples;
  expect(platformHistory.at(-1)).toMatchObject({ sessions: 1, warm: 0, waiting: 0 });
  expect(platformHistory.at(-1).host_cpu_percent).toBeGreaterThan(0);

  await platform.end(session);
  expect((await platform.admin('GET', path)).status).toBe(410);
  expect((await platform.admin('GET', '/sessions/nobody-00000000/usage')).status).toBe(404);
  expect((await platform.admin('GET', '/usage?minutes=1')).body.code).toBe('invalid');
});
