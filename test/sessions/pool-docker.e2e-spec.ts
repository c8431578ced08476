import { docker, remains } from '../support/docker';
import { AttendeeInstance } from '../support/instance';
import { TestPlatform, until } from '../support/platform';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start({
    DRIVER: 'docker',
    SESSION_SUBNET_POOL: '10.216.0.0/16',
    MAX_TOTAL_SESSIONS: '6',
    MAX_SESSIONS_PER_USER: '6',
    WARM_POOL_SIZE: '3',
  });
});
afterAll(() => platform.stop());

const pool = async () => (await platform.admin('GET', '/pool')).body;
const untilReady = (count: number) => until(async () => (await pool()).ready === count, 90_000);
const readyIds = () => platform.redis.client.zrange('pool:ready', '0', '-1');
/** What the instance's page is told, through the frontend's server, by the name that the engine's DNS knows. */
const throughFrontend = async (session: { frontend_url: string }) =>
  (await AttendeeInstance.open(session)).ask('/session');

it("gives claimed pairs their session's names and their owner's identity, each to one", async () => {
  await untilReady(3);
  const answered = await Promise.all(['ada', 'bob', 'eve'].map((user) => platform.create(user)));
  expect(answered.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(answered.map(({ body }) => body.frontend_url)).size).toBe(3);
  for (const { body } of answered) {
    const names = await docker('ps', '--filter', `name=jarvis-${body.session_id}-`, '--format', '{{.Names}}');
    expect(names.toSorted()).toEqual([`jarvis-${body.session_id}-backend`, `jarvis-${body.session_id}-frontend`]);
    expect(await throughFrontend(body)).toMatchObject({ status: 200, body: { user_id: body.user_id } });
  }
  await untilReady(3);
  for (const { body } of answered) expect((await platform.end(body)).body.status).toBe('ended');
  await until(async () => (await pool()).ready === 3 && (await remains(platform.deployment)).length === 12, 30_000);
});

it('keeps a claimed pair that is restarted, and gives it back when Redis has lost everything', async () => {
  await untilReady(3);
  const { body } = await platform.create('ada');
  await docker('restart', '-t', '2', `jarvis-${body.session_id}-backend`, `jarvis-${body.session_id}-frontend`);
  await until(async () => (await throughFrontend(body).catch(() => undefined))?.status === 200);
  await platform.redis.client.flushall();
  await platform.killManager();
  await platform.startManager();
  const read = () => platform.get(`/api/sessions/${body.session_id}`, body.session_token);
  await until(async () => (await read()).status === 200, 60_000);
  expect((await read()).body).toMatchObject({ user_id: 'ada', status: 'active', frontend_url: body.frontend_url });
  await untilReady(3);
  expect((await platform.end(body)).body.status).toBe('ended');
});

it('replaces a ready pair that somebody removed, and one that was stopped', async () => {
  await untilReady(3);
  const [removed, stopped] = await readyIds();
  await docker('rm', '-f', `jarvis-warm-${removed}-backend`);
  await docker('stop', '-t', '1', `jarvis-warm-${stopped}-frontend`);
  await until(async () => {
    const ids = await readyIds();
    return ids.length === 3 && !ids.includes(removed!) && !ids.includes(stopped!);
  }, 90_000);
});

it('starts a claimed pair anew when it does not answer', async () => {
  await untilReady(3);
  const [first] = await readyIds();
  await docker('pause', `jarvis-warm-${first}-backend`);
  const { status, body } = await platform.create('unlucky');
  expect(status).toBe(201);
  expect(await throughFrontend(body)).toMatchObject({ status: 200, body: { user_id: 'unlucky' } });
  await platform.end(body);
});

it('leaves nothing once its target is none', async () => {
  await platform.admin('PUT', '/pool', { target: 0 });
  await until(async () => (await pool()).retiring === 0 && (await pool()).ready === 0, 60_000);
  expect(await remains(platform.deployment)).toEqual([]);
  expect((await platform.leftovers()).filter((key) => key !== 'pool:config')).toEqual([]);
});
