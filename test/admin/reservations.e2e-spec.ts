import { setTimeout as sleep } from 'node:timers/promises';
import { TestPlatform, until } from '../support/platform';
import { processesWith } from '../support/processes';
import { claim, reserve, sendRoster } from './roster-links';

let platform: TestPlatform;
const start = async (variables: Record<string, string>) => {
  platform = await TestPlatform.start(variables);
};
afterEach(async () => {
  const { deployment } = platform;
  await platform.stop();
  expect(processesWith(deployment)).toEqual([]);
});

const users = (count: number) => Array.from({ length: count }, (_, i) => `kept-${i}`);
const launch = (user: string) => platform.create(user, { prefer: 'respond-async' });
const wait = (user: string) => platform.create(user, { prefer: 'respond-async, waiting-room' });
const list = async () => (await platform.admin('GET', '/reservations')).body;
const capacity = async () => (await platform.get('/api/capacity')).body;
const total = async () => (await platform.admin('GET', '/sessions/active')).body.total as number;
const statuses = (answers: readonly { status: number }[], status: number) =>
  answers.filter((answer) => answer.status === status).length;
/** Brings the end of a kept place about. */
const expire = (id: string) => platform.redis.client.zadd('reservations', 'XX', Date.now() - 1, id);

it('keeps places from 200 parallel launches, and gives them to those who claim them in the same crowd', async () => {
  await start({ MAX_TOTAL_SESSIONS: '10' });
  const kept = await reserve(platform, users(6));
  expect(await capacity()).toMatchObject({ active_sessions: 0, reserved: 6, available: 4, status: 'open' });
  const crowd = await Promise.all(Array.from({ length: 200 }, (_, i) => launch(`crowd-${i}`)));
  expect([statuses(crowd, 202), statuses(crowd, 503)]).toEqual([4, 196]);
  const [claims, late] = await Promise.all([
    Promise.all(kept.map(({ token }) => claim(platform, token))),
    Promise.all(Array.from({ length: 100 }, (_, i) => launch(`late-${i}`))),
  ]);
  expect([statuses(claims, 202), statuses(late, 503)]).toEqual([6, 100]);
  expect(new Set(claims.map(({ body }) => body.user_id))).toEqual(new Set(users(6)));
  expect(await total()).toBe(10);
  expect(await list()).toEqual({ total: 0, reservations: [] });
  expect(await capacity()).toMatchObject({ active_sessions: 10, reserved: 0, available: 0 });
  await until(async () => (await platform.get('/api/health')).body.active_sessions === 10);
}, 180_000);

it('reserves for parallel rosters and launches no more than there is', async () => {
  await start({ MAX_TOTAL_SESSIONS: '12' });
  const [made, rosters] = await Promise.all([
    Promise.all(Array.from({ length: 60 }, (_, i) => launch(`crowd-${i}`))),
    Promise.all(
      [1, 2, 3].map((n) =>
        sendRoster(
          platform,
          'reserve',
          users(20)
            .map((user) => `${user}-${n}`)
            .join('\n'),
        ),
      ),
    ),
  ]);
  const entries = rosters.flatMap(({ body }) => body.entries);
  const refused = rosters.flatMap(({ body }) => body.refused);
  expect(statuses(made, 202) + entries.length).toBe(12);
  expect(entries.length + refused.length).toBe(60);
  expect(refused[0]).toMatchObject({ field: null, message: expect.stringMatching(/no room: all 12 places/) });
});

it('gives ten claims at the same instant one session, and tells its life to the same link', async () => {
  await start({ MAX_TOTAL_SESSIONS: '5' });
  const [kept] = await reserve(platform, ['ada@example.org'], { hours: 3 });
  const { token, entry } = kept!;
  expect(entry).toMatchObject({ session_id: null, user_id: 'ada@example.org', line: 2 });
  const claims = await Promise.all(Array.from({ length: 10 }, () => claim(platform, token)));
  expect(new Set(claims.map(({ status }) => status))).toEqual(new Set([202]));
  const [session] = claims.map(({ body }) => body);
  expect(new Set(claims.map(({ body }) => body.session_id)).size).toBe(1);
  expect(session).toMatchObject({ user_id: 'ada@example.org', session_token: token });
  expect(Date.parse(session.expires_at) - Date.parse(session.created_at)).toBe(3 * 3_600_000);
  await until(async () => (await claim(platform, token)).body.status === 'active');
  expect(await total()).toBe(1);
  await platform.end(session);
  expect(await claim(platform, token)).toMatchObject({ status: 410, body: { code: 'gone', reason: 'deleted' } });
});

it('lets a claim pass the line, and gives the place to the line when it is cancelled', async () => {
  await start({ MAX_TOTAL_SESSIONS: '2' });
  const [first, second] = await reserve(platform, ['first', 'second']);
  const { body: ticket } = await wait('waits');
  expect(ticket).toMatchObject({ place: 1 });
  expect((await sendRoster(platform, 'reserve', 'late')).body.refused).toHaveLength(1);
  expect((await claim(platform, first!.token)).status).toBe(202);
  expect((await platform.get(`/api/tickets/${ticket.ticket_id}`, ticket.session_token)).body.status).toBe('waiting');
  expect((await platform.admin('DELETE', `/reservations/${second!.id}`)).status).toBe(204);
  await until(async () => (await total()) === 2, 10_000);
  expect((await platform.get(`/api/tickets/${ticket.ticket_id}`, ticket.session_token)).body.status).toBe('admitted');
  expect(await claim(platform, second!.token)).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect((await platform.admin('DELETE', `/reservations/${second!.id}`)).status).toBe(404);
  const audit = JSON.stringify(await platform.redis.client.xrange('audit', '-', '+'));
  for (const { token } of [first!, second!]) expect(audit).not.toContain(token);
  expect(audit).toMatch(/"cancelled","target","[0-9a-f]{24}","detail","\{\\"user_id\\":\\"second\\"\}/);
});

it('gives the place of an expired reservation to the line, and leaves nothing of it', async () => {
  await start({ MAX_TOTAL_SESSIONS: '1' });
  const [kept] = await reserve(platform, ['never-comes']);
  expect(await list()).toMatchObject({ total: 1, reservations: [{ user_id: 'never-comes', hours: null }] });
  const { body: ticket } = await wait('waits');
  await expire(kept!.id);
  await until(async () => (await total()) === 1, 10_000);
  expect((await platform.get(`/api/tickets/${ticket.ticket_id}`, ticket.session_token)).body.status).toBe('admitted');
  expect((await claim(platform, kept!.token)).status).toBe(404);
  expect(await list()).toEqual({ total: 0, reservations: [] });
  await until(async () => (await platform.redis.client.keys('reservation*')).length === 0, 10_000);
});

it.each([0, 3, 10, 40])('loses and doubles nothing when the manager is killed %i ms into a claim', async (ms) => {
  await start({ MAX_TOTAL_SESSIONS: '2' });
  const [kept] = await reserve(platform, ['ada']);
  const begun = claim(platform, kept!.token).catch(() => undefined);
  await sleep(ms);
  await platform.killManager();
  await begun;
  await platform.startManager();
  const { body: session } = await claim(platform, kept!.token);
  await until(async () => (await claim(platform, kept!.token)).body.status === 'active', 60_000);
  expect((await claim(platform, kept!.token)).body.session_id).toBe(session.session_id);
  expect([await total(), (await list()).total]).toEqual([1, 0]);
  await platform.end(session);
  expect(await platform.leftovers()).toEqual([]);
});

it('counts what is reserved in what one user may have, and refuses a claim over a cap that was lowered', async () => {
  await start({ MAX_TOTAL_SESSIONS: '5', MAX_SESSIONS_PER_USER: '2' });
  await launch('ada');
  const one = await reserve(platform, ['ada']);
  const { body } = await sendRoster(platform, 'reserve', 'ada\nben', { skip_bad_rows: true });
  expect(body.entries).toMatchObject([{ user_id: 'ben', line: 2 }]);
  expect(body.refused).toMatchObject([{ line: 1, field: 'user_id', message: expect.stringMatching(/may have 2/) }]);
  await platform.admin('PUT', '/config', { max_sessions: 1 });
  expect(await claim(platform, one[0]!.token)).toMatchObject({ status: 503, body: { code: 'full' } });
  await platform.admin('PUT', '/config', { max_sessions: 5, max_sessions_per_user: 1 });
  expect(await claim(platform, one[0]!.token)).toMatchObject({ status: 429, body: { code: 'user_limit' } });
  expect((await list()).total).toBe(2);
  expect((await platform.request('POST', '/api/reservations/claim')).status).toBe(401);
  await platform.stopManager();
  await platform.purge();
  expect(await platform.redis.client.keys('reservation*')).toEqual([]);
});
