import { processesWith } from '../support/processes';
import { TestPlatform, until } from '../support/platform';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start({ MAX_SESSIONS_PER_USER: '5' });
});
afterAll(() => platform.stop());
beforeEach(async () => {
  for (const { message_id: id } of (await list()).messages) await platform.admin('DELETE', `/messages/${id}`);
  await platform.redis.client.del('messages', 'audit');
});

interface Session {
  readonly session_id: string;
  readonly backend_url: string;
  readonly access_token: string;
}

const send = (message: object) => platform.admin('POST', '/messages', message);
const list = async () => (await platform.admin('GET', '/messages')).body;
const takeBack = (id: string) => platform.admin('DELETE', `/messages/${id}`);
const publicTexts = async () =>
  (await platform.get('/api/messages')).body.messages.map(({ text }: { text: string }) => text);
const ofInstance = async ({ backend_url: url, access_token: key }: Session) =>
  ((await (await fetch(`${url}session`, { headers: { 'x-api-key': key } })).json()) as { messages: object[] }).messages;
/** Ends a message as the clock would. */
const age = async (id: string) => {
  const message = JSON.parse((await platform.redis.client.hget('messages', id))!) as object;
  await platform.redis.client.hset('messages', id, JSON.stringify({ ...message, endsAt: Date.now() - 1 }));
};

it('is told to everybody: without a login, and by running instances at once', async () => {
  const { body: session } = await platform.create('ada');
  const { status, body: message } = await send({ text: '  Lunch is served.\nCafe\u0301 at noon.  ', minutes: 60 });
  expect(status).toBe(201);
  expect(message).toEqual({
    message_id: expect.stringMatching(/^[0-9a-f]{16}$/),
    text: 'Lunch is served.\nCafé at noon.',
    severity: 'info',
    created_at: expect.any(String),
    ends_at: expect.any(String),
    actor: 'admin',
  });
  expect(Date.parse(message.ends_at) - Date.parse(message.created_at)).toBe(3_600_000);
  const { actor: _, ...told } = message;
  expect((await platform.get('/api/messages')).body).toEqual({ messages: [told] });
  expect(await ofInstance(session)).toEqual([told]);
  expect(await list()).toEqual({ messages: [message], active: 1, applied: 1 });
  const { body: later } = await platform.create('ben');
  expect(await ofInstance(later)).toEqual([told]);

  expect((await takeBack(message.message_id)).status).toBe(204);
  expect(await publicTexts()).toEqual([]);
  expect(await ofInstance(session)).toEqual([]);
  await platform.end(session as never);
  await platform.end(later);
});

it('shows the newest first, and ends by itself', async () => {
  const first = (await send({ text: 'first', minutes: 1 })).body;
  await send({ text: 'second', severity: 'warning' });
  expect((await list()).messages).toMatchObject([{ text: 'second', severity: 'warning', ends_at: null }, { text: 'first' }]); // prettier-ignore
  await age(first.message_id);
  await until(async () => (await publicTexts()).length === 1, 3_000);
  expect((await list()).messages).toMatchObject([{ text: 'second' }]);
  expect((await takeBack(first.message_id)).status).toBe(404);
});

it('is hidden by instances at its end, without another configuration', async () => {
  const { body: session } = await platform.create('ada');
  const revision = () => platform.redis.client.hget(`session:${session.session_id}`, 'applied_revision');
  const { body: message } = await send({ text: 'short', minutes: 1 });
  const kept = JSON.parse((await platform.redis.client.hget('messages', message.message_id))!) as object;
  const soon = JSON.stringify({ ...kept, endsAt: Date.now() + 3_000 });
  await platform.redis.client.hset('messages', message.message_id, soon);
  await platform.admin('PUT', '/config', { features: {} });
  expect(await ofInstance(session)).toHaveLength(1);
  const before = await revision();
  await until(async () => (await publicTexts()).length === 0, 6_000);
  expect(await ofInstance(session)).toEqual([]);
  expect(await list()).toEqual({ messages: [], active: 1, applied: 1 });
  expect(await revision()).toBe(before);
  await platform.end(session);
});

it('refuses more than five at once, however many organisers send', async () => {
  const answers = await Promise.all(Array.from({ length: 9 }, (_, i) => send({ text: `number ${i}`, minutes: 5 })));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    201, 201, 201, 201, 201, 409, 409, 409, 409,
  ]);
  expect(answers.find(({ status }) => status === 409)!.body.code).toBe('too_many_messages');
  await age((await list()).messages[0].message_id);
  expect((await send({ text: 'in its place' })).status).toBe(201);
  expect((await list()).messages).toHaveLength(5);
});

it.each([
  [{}],
  [{ text: '' }],
  [{ text: ' \n ' }],
  [{ text: 5 }],
  [{ text: null }],
  [{ text: 'x'.repeat(501) }],
  [{ text: 'bell \u0007' }],
  [{ text: 'red \u001b[31m' }],
  [{ text: 'tab\there' }],
  [{ text: 'turned \u202e around' }],
  [{ text: 'half \ud800 a character' }],
  [{ text: 'ok', severity: 'loud' }],
  [{ text: 'ok', severity: null }],
  [{ text: 'ok', minutes: 0 }],
  [{ text: 'ok', minutes: 10_081 }],
  [{ text: 'ok', minutes: '5' }],
  [{ text: 'ok', html: true }],
])('refuses %j', async (message) => {
  expect(await send(message)).toMatchObject({ status: 400, body: { code: 'invalid' } });
  expect((await list()).messages).toEqual([]);
});

it('is sent and taken back by organisers only, on record', async () => {
  const anonymous = await platform.request('POST', '/api/messages', { text: 'x' });
  expect([404, 405]).toContain(anonymous.status);
  expect((await platform.request('POST', '/api/admin/messages', { text: 'x' })).status).toBe(401);
  const { body: message } = await send({ text: 'Hello', severity: 'warning' });
  await takeBack(message.message_id);
  for (const id of [message.message_id, 'nope', '%2e%2e']) {
    expect(await takeBack(id)).toMatchObject({ status: 404, body: { code: 'not_found' } });
  }
  const detail = { message_id: message.message_id, text: 'Hello', severity: 'warning', ends_at: null };
  expect((await platform.admin('GET', '/audit?target=messages')).body.entries).toMatchObject([
    { action: 'took back', detail },
    { action: 'sent', detail },
  ]);
});

it('reaches an instance that hung once it answers again', async () => {
  const { body: session } = await platform.create('ada');
  const processes = processesWith(session.session_id.slice(-8));
  for (const { pid } of processes) process.kill(pid, 'SIGSTOP');
  const began = performance.now();
  expect((await send({ text: 'Are you there?' })).status).toBe(201);
  expect(performance.now() - began).toBeLessThan(3_000);
  expect(await list()).toMatchObject({ active: 1, applied: 0 });
  for (const { pid } of processes) process.kill(pid, 'SIGCONT');
  await until(async () => (await list()).applied === 1, 60_000);
  expect(await ofInstance(session)).toMatchObject([{ text: 'Are you there?' }]);
  await platform.end(session);
});

it('lets a landing page at another port of this host read it', async () => {
  const { hostname } = new URL(platform.origin);
  const answer = await platform.request('GET', '/api/messages', undefined, { origin: `http://${hostname}:8080` });
  expect(answer.headers.get('access-control-allow-origin')).toBe(`http://${hostname}:8080`);
});
