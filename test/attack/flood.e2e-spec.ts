import { setTimeout as sleep } from 'node:timers/promises';
import { EventStream } from '../support/event-stream';
import { ADMIN, TestPlatform, until, type Answer } from '../support/platform';

const PLACES = 3;
const LINE = 20;
const CODE = 'K7QM-4XWD';
/** What a flood may take of the manager's memory, over what it has after the first one. */
const MOST_BYTES = 120 * 1024 ** 2;
const SOON_MS = 3_000;

let platform: TestPlatform;
let watching: EventStream;
beforeAll(async () => {
  platform = await TestPlatform.start({
    MAX_TOTAL_SESSIONS: String(PLACES),
    MAX_SESSIONS_PER_USER: '2',
    WAITING_ROOM_SIZE: String(LINE),
  });
  watching = await EventStream.open(`${platform.origin}/api/admin/events`, { authorization: ADMIN });
});
afterEach(async () => {
  await platform.admin('PUT', '/config', { reset: ['event_access_code', 'max_sessions'] });
  for (const { session_id: id } of await active()) await platform.admin('DELETE', `/sessions/${id}`);
});
afterAll(async () => {
  watching.close();
  await platform.stop();
});

const active = () => platform.activeSessions();
const launch = (user: string, headers: Record<string, string> = {}, rest: object = {}) =>
  platform.request('POST', '/api/sessions', { user_id: user, ...rest }, { prefer: 'respond-async', ...headers });
const many = (count: number, each: (index: number) => Promise<Answer>) =>
  Promise.all(Array.from({ length: count }, (_, index) => each(index)));
const tally = (answers: readonly Answer[]) => {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const key = `${status} ${body.code ?? ''}`.trim();
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
};

/** What becomes of a flood; meanwhile health and the console answer soon, and the manager's memory stays within its bound. */
async function endure<T>(flood: () => Promise<T>): Promise<T> {
  const before = platform.memoryBytes();
  const over = new AbortController();
  const flooding = flood().finally(() => over.abort());
  let most = 0;
  do {
    const began = Date.now();
    const answers = [await platform.get('/api/health'), await platform.admin('GET', '/dashboard')];
    most = Math.max(most, Date.now() - began);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await sleep(50);
  } while (!over.signal.aborted);
  const answers = await flooding;
  expect(most).toBeLessThan(SOON_MS);
  expect(platform.memoryBytes() - before).toBeLessThan(MOST_BYTES);
  expect(watching.hasEnded).toBe(false);
  return answers;
}

it('of creations under one name gets what one user may have', async () => {
  const answers = await endure(() => many(500, () => launch('eve')));
  expect(tally(answers)).toEqual({ 202: 2, '429 user_limit': 498 });
});

it('of creations under many names gets the places that there are, and takes none from a session that is there', async () => {
  const { body: ada } = await launch('ada');
  const answers = await endure(() => many(500, (index) => launch(`eve-${index}`)));
  expect(tally(answers)).toEqual({ 202: PLACES - 1, '503 full': 501 - PLACES });
  expect((await platform.get(`/api/sessions/${ada.session_id}`, ada.session_token)).status).toBe(200);
});

it('of creations without the access code, or with made-up ones, gets nothing and does not shut out who has it', async () => {
  await platform.admin('PUT', '/config', { event_access_code: CODE });
  const answers = await endure(async () => {
    const wrong = many(500, (index) =>
      launch(`eve-${index}`, {}, index % 2 ? { access_code: `made-up-${index}` } : {}),
    );
    const ada = await launch('ada', {}, { access_code: CODE });
    expect(ada.status).toBe(202);
    return wrong;
  });
  expect(tally(answers)).toEqual({ '403 access_code_required': 250, '403 access_code_wrong': 250 });
  expect((await active()).map(({ user_id: user }) => user)).toEqual(['ada']);
});

it('of tickets fills the line and no more', async () => {
  await platform.admin('PUT', '/config', { max_sessions: 0 });
  const wait = { prefer: 'respond-async, waiting-room' };
  const answers = await endure(() => many(500, (index) => launch(`eve-${index}`, wait)));
  expect(tally(answers)).toEqual({ 202: LINE, '503 line_full': 500 - LINE });
  const own = answers.filter(({ status }) => status === 202).map(({ body }) => body);
  for (const { ticket_id: id, session_token: token } of own)
    await platform.request('DELETE', `/api/tickets/${id}`, undefined, { authorization: `Bearer ${token}` });
  expect((await platform.get('/api/capacity')).body.waiting.length).toBe(0);
});

it('of repetitions with one key makes one session', async () => {
  const key = { 'idempotency-key': 'one-key-for-all-of-them' };
  const answers = await endure(() => many(300, () => launch('eve', key)));
  const made = answers.filter(({ status }) => status < 300);
  expect(new Set(made.map(({ body }) => body.session_id)).size).toBe(1);
  expect((await active()).length).toBe(1);
});

it('of wrong logins closes the door to itself, not to who is logged in', async () => {
  const { body } = await platform.request('POST', '/api/admin/login', {
    username: 'admin',
    password: 'techsummit2025',
  });
  const authorization = `Bearer ${body.access_token}`;
  const answers = await many(500, (index) =>
    platform.request('POST', '/api/admin/login', { username: 'admin', password: `guess-${index}` }),
  );
  expect(Object.keys(tally(answers)).toSorted()).toEqual(['401 unauthorized', '429 too_many_attempts']);
  expect((await platform.request('GET', '/api/admin/dashboard', undefined, { authorization })).status).toBe(200);
  expect(watching.hasEnded).toBe(false);
  await platform.redis.client.del(...(await platform.redis.client.keys('auth:*')));
});

it('of streams of one session takes little of the manager, and all of it is given back', async () => {
  const { body: session } = await launch('eve');
  const url = `${platform.origin}/api/sessions/${session.session_id}/events`;
  const authorization = `Bearer ${session.session_token}`;
  const streams = await endure(() =>
    Promise.all(Array.from({ length: 500 }, () => EventStream.open(url, { authorization }))),
  );
  expect(streams.filter(({ response }) => response.status === 200).length).toBeGreaterThan(0);
  await platform.end(session);
  await until(() => streams.every(({ hasEnded }) => hasEnded), 10_000);
});

it('is no error of the platform', () => {
  expect(platform.log.filter((line) => JSON.parse(line).level === 'error')).toEqual([]);
});
