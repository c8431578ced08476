import { Redis } from 'ioredis';
import { TestPlatform, until, type Answer } from '../support/platform';
import { processesWith } from '../support/processes';

const HOUR_MS = 3_600_000;
const CROWD = 60;

let platform: TestPlatform;
let crowd: Answer['body'][];
const active = () => platform.activeSessions();
const ids = () => crowd.map(({ session_id: id }) => id as string);
const begin = (body: object) => platform.admin('POST', '/operations', body);
const operation = async (id: string) => (await platform.admin('GET', `/operations/${id}`)).body;
const counted = async (id: string) => platform.redis.client.scard(`operations:${id}:settled`);
const audited = async (action: string) => {
  const entries = await platform.redis.client.xrange('audit', '-', '+');
  return entries.map(([, fields]) => record(fields)).filter((entry) => entry['action'] === action);
};
const record = (flat: readonly string[]): Record<string, string> =>
  Object.fromEntries(Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!]));

/** What the organisers' pages are told from now on. */
async function listen() {
  const subscriber = new Redis({ path: platform.redis.path });
  const events: any[] = []; // eslint-disable-line
  subscriber.on('message', (_channel, message: string) => {
    const { type, data } = JSON.parse(message);
    if (type === 'operation') events.push(data);
  });
  await subscriber.subscribe('admin:events');
  return { events, stop: () => subscriber.disconnect() };
}

/** Kills the manager as soon as it has counted so many; answers how many it had counted by then. */
async function killAfter(id: string, count: number): Promise<number> {
  while ((await counted(id)) < count);
  await platform.killManager();
  return counted(id);
}

beforeAll(async () => {
  platform = await TestPlatform.start({ MAX_TOTAL_SESSIONS: '100', MAX_SESSIONS_PER_USER: '100' });
  crowd = await Promise.all(
    Array.from(
      { length: CROWD },
      async (_, i) => (await platform.create(`guest-${i}`, { prefer: 'respond-async' })).body,
    ),
  );
  await until(async () => (await active()).every(({ status }) => status === 'active'), 300_000);
}, 320_000);
afterAll(() => platform.stop());

it('extends each of 60 sessions exactly once, although the manager is killed in the middle', async () => {
  const before = new Map((await active()).map((row) => [row.session_id, Date.parse(row.expires_at)]));
  const { status, body } = await begin({ action: 'extend', hours: 2, session_ids: [...ids(), 'nobody-00000000'] });
  expect([status, body]).toEqual([
    202,
    expect.objectContaining({ action: 'extend', hours: 2, actor: 'admin', status: 'running', total: 61, failures: [] }),
  ]);
  const { operation_id: id } = body;
  expect(await killAfter(id, 5)).toBeLessThan(CROWD);
  await platform.startManager();
  await until(async () => (await operation(id)).status === 'done', 60_000);
  expect(await operation(id)).toMatchObject({
    succeeded: CROWD,
    failed: 1,
    failures: [{ session_id: 'nobody-00000000', code: 'not_found', message: expect.stringMatching(/no session/) }],
  });
  for (const row of await active()) {
    expect(Date.parse(row.expires_at) - before.get(row.session_id)!).toBe(2 * HOUR_MS);
  }
  expect(new Set((await audited('extended')).map(({ target }) => target))).toEqual(new Set(ids()));
  const [entry] = await audited('extended');
  expect(entry).toMatchObject({ actor: 'admin', detail: JSON.stringify({ hours: 2, operation: id }) });
  expect(await audited('began')).toMatchObject([
    { target: 'operations', detail: JSON.stringify({ operation: id, action: 'extend', sessions: 61, hours: 2 }) },
  ]);
}, 120_000);

it('names what cannot be extended, and goes on with the rest', async () => {
  const [gone, far, fine] = [crowd.pop()!, crowd[0]!, crowd[1]!];
  await platform.end(gone);
  await platform.redis.client.hset(`session:${far.session_id}`, 'expires_at', String(Date.now() + 8_750 * HOUR_MS));
  const { events, stop } = await listen();
  const all = [gone, far, fine].map(({ session_id: id }) => id);
  const { body } = await begin({ action: 'extend', hours: 100, session_ids: all });
  await until(() => events.at(-1)?.status === 'done');
  stop();
  expect(events.at(-1)).toEqual(await operation(body.operation_id));
  expect(events.at(-1)).toMatchObject({ total: 3, succeeded: 1, failed: 2 });
  expect(new Map(events.at(-1).failures.map((failure: Answer['body']) => [failure.session_id, failure.code]))).toEqual(
    new Map([
      [gone.session_id, 'gone'],
      [far.session_id, 'extension_too_long'],
    ]),
  );
});

it('hands a running operation on when the manager is stopped', async () => {
  const before = new Map((await active()).map((row) => [row.session_id, Date.parse(row.expires_at)]));
  const session_ids = ids().slice(1);
  const { body } = await begin({ action: 'extend', hours: 1, session_ids });
  await platform.stopManager();
  await platform.startManager();
  await until(async () => (await operation(body.operation_id)).status === 'done', 60_000);
  expect(await operation(body.operation_id)).toMatchObject({ succeeded: session_ids.length, failed: 0 });
  for (const row of (await active()).filter(({ session_id: id }) => session_ids.includes(id))) {
    expect(Date.parse(row.expires_at) - before.get(row.session_id)!).toBe(HOUR_MS);
  }
});

it('ends all of them and counts those of which nothing is left, although the manager is killed in the middle', async () => {
  const { events, stop } = await listen();
  const { body } = await begin({ action: 'terminate', session_ids: ids() });
  const { operation_id: id } = body;
  await until(async () => (await active()).every(({ status }) => status === 'stopping'));
  expect(await killAfter(id, 3)).toBeLessThan(crowd.length);
  await platform.startManager();
  await until(async () => (await operation(id)).status === 'done', 120_000);
  stop();
  expect(await operation(id)).toMatchObject({ succeeded: crowd.length, failed: 0, failures: [] });
  expect(events.length).toBeGreaterThan(1);
  expect(await active()).toEqual([]);
  expect(new Set((await audited('terminated')).map(({ target }) => target))).toEqual(new Set(ids()));
  expect(await platform.leftovers()).toEqual([]);
  expect(processesWith(platform.environment['PROCESS_HOME'] ?? '')).toEqual([]);
  const { operations } = (await platform.admin('GET', '/operations')).body;
  expect(operations.map(({ action }: Answer['body']) => action)).toEqual(['terminate', 'extend', 'extend', 'extend']);
}, 180_000);

it('takes ten thousand sessions, and lists the first hundred that failed', async () => {
  const session_ids = Array.from({ length: 10_000 }, (_, i) => `somebody-with-a-rather-long-name-${i}-0123abcd`);
  const { status, body } = await begin({ action: 'terminate', session_ids });
  expect(status).toBe(202);
  await until(async () => (await operation(body.operation_id)).status === 'done', 60_000);
  expect((await operation(body.operation_id)).failures.length).toBe(10_000);
  const { operations } = (await platform.admin('GET', '/operations')).body;
  expect(operations[0]).toMatchObject({ operation_id: body.operation_id, failed: 10_000 });
  expect(operations[0].failures.length).toBe(100);
});

it.each([
  ['an unknown action', { action: 'reboot', session_ids: ['a'] }],
  ['no sessions', { action: 'terminate', session_ids: [] }],
  ['more than ten thousand', { action: 'terminate', session_ids: Array.from({ length: 10_001 }, String) }],
  ['a session twice', { action: 'terminate', session_ids: ['a', 'b', 'a'] }],
  ['an extension without hours', { action: 'extend', session_ids: ['a'] }],
  ['hours that are no number', { action: 'extend', hours: 'two', session_ids: ['a'] }],
])('refuses %s', async (_, body) => {
  expect(await begin(body)).toMatchObject({ status: 400, body: { code: 'invalid' } });
});

it('takes large bodies where many sessions are named, and nowhere else', async () => {
  const tooLarge = (kilobytes: number) => ({
    status: 413,
    body: { status: 413, code: 'too_large', detail: `Send a smaller body: ${kilobytes} KB at most.` },
  });
  const text = (bytes: number) => ({ csv: 'x'.repeat(bytes) });
  for (const path of ['/operations', '/roster', '/roster/check']) {
    expect(await platform.admin('POST', path, text(66_000))).not.toMatchObject(tooLarge(64));
    expect(await platform.admin('POST', path, text(1_048_576))).toMatchObject(tooLarge(1_024));
  }
  expect(await platform.admin('PUT', '/config', text(66_000))).toMatchObject(tooLarge(64));
  expect(await platform.admin('GET', '/operations/nope')).toMatchObject({ status: 404, body: { code: 'not_found' } });
});
