import { ADMIN, TestPlatform, until, type Answer } from '../support/platform';
import { opened, sendRoster } from './roster-links';

const HOUR_MS = 3_600_000;

let platform: TestPlatform;
const start = async (variables: Record<string, string> = {}) => {
  platform = await TestPlatform.start(variables);
};
afterEach(() => platform.stop());

const check = async (csv: string) => (await platform.admin('POST', '/roster/check', { csv })).body;
const active = () => platform.activeSessions();
const repeat = (key: string, body: object) =>
  platform.request('POST', '/api/admin/roster', body, { authorization: ADMIN, 'idempotency-key': key });

it('tells how a roster would be understood, with what is free, and makes nothing', async () => {
  await start({ MAX_TOTAL_SESSIONS: '10', MAX_SESSIONS_PER_USER: '3' });
  await platform.create('ada');
  expect(await check('User;Hours;count;Table\nada;8;2;4\nben;soon;;\ncarl;;4;\nada;;;\n')).toEqual({
    rows: [{ line: 2, user_id: 'ada', hours: 8, count: 2, metadata: { Table: '4' } }],
    bad_rows: [
      { line: 3, field: 'hours', message: 'hours must be a number from 0.01 to 720, not "soon"' },
      { line: 4, field: 'count', message: expect.stringMatching(/may have 3 sessions at a time; "carl" would get 4$/) },
      { line: 5, field: 'user_id', message: expect.stringMatching(/"ada" would get 1 and has 3 already/) },
    ],
    sessions: 2,
    available: 9,
  });
  expect((await active()).length).toBe(1);
  expect((await platform.admin('POST', '/roster/check', { csv: '' })).status).toBe(400);
});

it('creates sessions whose links open them, refuses what has no room, and writes no token down', async () => {
  await start({ MAX_TOTAL_SESSIONS: '4' });
  const csv = 'user_id,hours,count,table\nada@example.org,2,,4\nben,,2,\ncarl,,3,\ndora,,,\n';
  const { status, body } = await sendRoster(platform, 'create', csv, { hours: 5 });
  expect(status).toBe(201);
  expect(body.mode).toBe('create');
  expect(body.entries.map(({ line }: Answer['body']) => line)).toEqual([2, 3, 3, 4]);
  const noRoom = 'there is no room: all 4 places are taken, kept or waited for';
  expect(body.refused).toEqual([
    { line: 4, field: null, message: `1 of 3 made: ${noRoom}` },
    { line: 5, field: null, message: noRoom },
  ]);
  const [ada] = body.entries;
  expect(ada).toMatchObject({ line: 2, user_id: 'ada@example.org', reservation_id: null });
  expect(ada.link.startsWith(`${platform.origin}/#session=${ada.session_id}&token=`)).toBe(true);
  const tokens = body.entries.map(({ link }: Answer['body']) => opened(link).token as string);
  expect(new Set(tokens).size).toBe(4);
  await until(async () => (await active()).every((row) => row.status === 'active'), 60_000);
  const session = (await platform.get(`/api/sessions/${ada.session_id}`, tokens[0])).body;
  expect(session).toMatchObject({ user_id: 'ada@example.org', status: 'active', metadata: { table: '4' } });
  expect(Date.parse(session.expires_at) - Date.parse(session.created_at)).toBe(2 * HOUR_MS);
  const ben = (await platform.get(`/api/sessions/${body.entries[1].session_id}`, tokens[1])).body;
  expect(Date.parse(ben.expires_at) - Date.parse(ben.created_at)).toBe(5 * HOUR_MS);
  const dump = JSON.stringify(await platform.redis.client.xrange('audit', '-', '+')) + platform.log.join('\n');
  for (const token of tokens) expect(dump).not.toContain(token);
  expect(dump).toContain(`"created","target","${ada.session_id}"`);
});

it('makes nothing of a roster with a bad row, unless bad rows are to be skipped', async () => {
  await start();
  const csv = 'user_id,hours\nada,8\nben,soon\n';
  expect(await sendRoster(platform, 'reserve', csv)).toMatchObject({
    status: 422,
    body: { code: 'bad_roster', errors: [{ field: 'line 3: hours', message: expect.stringMatching(/"soon"/) }] },
  });
  expect((await platform.admin('GET', '/reservations')).body.total).toBe(0);
  const { status, body } = await sendRoster(platform, 'reserve', csv, { skip_bad_rows: true, hold_hours: 1 });
  expect(status).toBe(201);
  expect(body).toMatchObject({ mode: 'reserve', entries: [{ line: 2, session_id: null }], refused: [{ line: 3 }] });
  const kept = Date.parse(body.entries[0].expires_at) - Date.now();
  expect(Math.abs(kept - HOUR_MS)).toBeLessThan(10_000);
});

it.each(['create', 'reserve'] as const)('answers the same to a repetition with the same key: %s', async (mode) => {
  await start({ MAX_TOTAL_SESSIONS: '3', MAX_SESSIONS_PER_USER: '2' });
  const key = 'a-roster-of-the-morning';
  const roster = { mode, csv: 'user_id,count\nada,2\nben,\ncarl,' };
  const first = await repeat(key, roster);
  expect([first.status, first.body.entries.length, first.body.refused.length]).toEqual([201, 3, 1]);
  const { port } = new URL(platform.origin);
  await platform.killManager();
  await platform.startManager({ PORT: port });
  const again = await repeat(key, roster);
  expect(again.body).toEqual(first.body);
  expect(await repeat(key, { ...roster, csv: 'user_id\nsomebody' })).toMatchObject({
    status: 422,
    body: { code: 'idempotency_mismatch' },
  });
  // What had no room gets it when it is asked for again.
  await platform.admin('PUT', '/config', { max_sessions: 4 });
  expect((await repeat(key, roster)).body.refused).toEqual([]);
  const stored = await platform.redis.client.keys('idempotency:*');
  const values = (await platform.redis.client.mget(stored)).join();
  for (const { link } of first.body.entries)
    expect(values).not.toContain(opened(link).token ?? opened(link).reservation);
});

it('makes each row once although the manager is killed in the middle', async () => {
  await start({ MAX_TOTAL_SESSIONS: '2000' });
  const roster = { mode: 'reserve', csv: Array.from({ length: 1_000 }, (_, i) => `guest-${i}`).join('\n') };
  const first = repeat('killed-in-the-middle', roster).catch(() => undefined);
  await until(async () => (await platform.redis.client.zcard('reservations')) > 100);
  await platform.killManager();
  expect(await first).toBeUndefined();
  expect(await platform.redis.client.zcard('reservations')).toBeLessThan(1_000);
  await platform.startManager();
  const { body } = await repeat('killed-in-the-middle', roster);
  expect(body.entries.length).toBe(1_000);
  expect(await platform.redis.client.zcard('reservations')).toBe(1_000);
});

it('reserves 5000 places in one request', async () => {
  await start({ MAX_TOTAL_SESSIONS: '6000' });
  const began = Date.now();
  const { body } = await sendRoster(
    platform,
    'reserve',
    Array.from({ length: 5_000 }, (_, i) => `guest-${i}`).join('\n'),
  );
  expect([body.entries.length, body.refused.length]).toEqual([5_000, 0]);
  expect(Date.now() - began).toBeLessThan(60_000);
  expect((await platform.get('/api/capacity')).body).toMatchObject({ reserved: 5_000, available: 1_000 });
});
