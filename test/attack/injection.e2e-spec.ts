import { randomUUID } from 'node:crypto';
import { opened, sendRoster } from '../admin/roster-links';
import { TestPlatform, until, type Answer } from '../support/platform';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start({ MAX_SESSIONS_PER_USER: '1', MAX_TOTAL_SESSIONS: '40' });
});
afterEach(async () => {
  for (const { session_id: id } of await active()) await platform.admin('DELETE', `/sessions/${id}`);
  expect(await platform.leftovers()).toEqual([]);
});
afterAll(() => platform.stop());

const active = () => platform.activeSessions();
const launch = (body: unknown, headers: Record<string, string> = {}) =>
  platform.request('POST', '/api/sessions', body, { prefer: 'respond-async', ...headers });
const tell = async () => [
  await platform.get('/api/health'),
  await platform.admin('GET', '/config'),
  await platform.admin('GET', '/dashboard'),
];

describe('a name', () => {
  it.each([
    ['a pattern for all keys of Redis', '*'],
    ['a pattern for all users', 'sessions:user:*'],
    ["another user's pattern", 'vic?im'],
    ['a class of letters', 'vic[t]im'],
    ['the name of a key', 'config:global'],
    ['a command of Redis', 'victim" FLUSHALL "'],
    ['code of Lua', '\']] redis.call("FLUSHALL") --[['],
    ['a protocol of Redis', '*1 $8 FLUSHALL'],
    ['a hash tag of a cluster', '{victim}'],
    ['a template', '${process.env.ADMIN_PASSWORD}{{constructor.constructor("return process")()}}'],
    ['a path', '../../../etc/passwd'],
    ['options of a program', '--privileged -v /:/host'],
    ['a filter of Docker', 'x,label=session_id=victim'],
    ['the prototype of objects', '__proto__'],
    ['a constructor', 'constructor'],
    ['a method of objects', 'hasOwnProperty'],
    ['a line of the log', '"},"level":"error","message":"hacked'],
  ])('that is %s is a name: it takes its own place and touches nobody', async (_, user_id) => {
    const victim = (await launch({ user_id: 'victim' })).body;
    const made = await launch({ user_id });
    const again = await launch({ user_id });
    expect([made.status, again.status, again.body.code]).toEqual([202, 429, 'user_limit']);
    const seen = new Set((await active()).map(({ user_id: user }) => user as string));
    expect(seen).toEqual(new Set(['victim', user_id]));
    expect((await platform.get(`/api/sessions/${victim.session_id}`, victim.session_token)).status).toBe(200);
    const { body: own } = await platform.get('/api/sessions', made.body.session_token);
    expect(own.sessions.map(({ user_id: user }: Answer['body']) => user)).toEqual([user_id]);
    expect((await tell()).map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});

describe('an object that means something to JavaScript', () => {
  const POLLUTED = [
    '{"__proto__":{"polluted":"yes"}}',
    '{"a":{"__proto__":{"polluted":"yes"}}}',
    '{"constructor":{"prototype":{"polluted":"yes"}}}',
    '{"a":[{"constructor":{"prototype":{"polluted":"yes"}}}]}',
    '{"toString":"yes","valueOf":"yes","toJSON":"yes","then":"yes","length":-1}',
  ];

  it.each(POLLUTED)('as metadata is refused or kept as it is, and is in nothing else: %s', async (metadata) => {
    const { status, body } = await launch(`{"user_id":"eve","metadata":${metadata}}`);
    expect([202, 400]).toContain(status);
    if (status === 202) {
      const { body: seen } = await platform.get(`/api/sessions/${body.session_id}`, body.session_token);
      expect(seen.user_id).toBe('eve');
    }
    const { body: other } = await launch({ user_id: 'other', metadata: {} });
    const answers = [await platform.get(`/api/sessions/${other.session_id}`, other.session_token), ...(await tell())];
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    expect(JSON.stringify(answers.map((answer) => answer.body))).not.toContain('yes');
  });

  const CHANGES = [
    '{"__proto__":{"max_sessions":0}}',
    '{"constructor":{"prototype":{"max_sessions":0}}}',
    '{"features":{"__proto__":{"log_generation":false}}}',
    '{"features":{"constructor":{"prototype":{"log_generation":false}}}}',
    '{"reset":["__proto__"]}',
    '{"reset":["constructor"]}',
  ];
  const config = async (path: string) => {
    const { rollout: _, ...settings } = (await platform.admin('GET', path)).body;
    return settings;
  };

  it.each(CHANGES)('changes nothing as configuration: %s', async (change) => {
    const before = await config('/config');
    expect((await platform.admin('PUT', '/config', change)).status).toBe(400);
    expect(await config('/config')).toEqual(before);
  });

  it('changes nothing as the configuration of a session', async () => {
    const { body: session } = await launch({ user_id: 'eve' });
    const path = `/sessions/${session.session_id}`;
    const { config_overrides: before } = await config(path);
    for (const change of CHANGES)
      expect([change, (await platform.admin('POST', `${path}/config`, change)).status]).toEqual([change, 400]);
    expect((await config(path)).config_overrides).toEqual(before);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'is a column of a roster like any other, or is refused: %s',
    async (column) => {
      const { status, body } = await sendRoster(platform, 'reserve', `user_id,${column}\neve,yes\n`);
      expect([200, 201, 202, 400]).toContain(status);
      const { body: plain } = await sendRoster(platform, 'reserve', 'user_id\nplain\n');
      const { reservations } = (await platform.admin('GET', '/reservations')).body;
      const [kept] = reservations.filter(({ user_id: user }: Answer['body']) => user === 'plain');
      expect(JSON.stringify(kept)).not.toContain('yes');
      for (const { reservation_id: id } of [...(body.entries ?? []), ...plain.entries])
        await platform.admin('DELETE', `/reservations/${id}`);
    },
  );
});

describe('an id in an address', () => {
  it.each(['*', 'waiting:*', '..%2f..', '%00', '%0d%0aFLUSHALL', '[a-z]*', '__proto__', '-', "'", '{}'])(
    'that is %s is no ticket, session, reservation, message or operation',
    async (id) => {
      expect((await platform.get(`/api/tickets/${id}`, 'token')).status).toBe(404);
      expect((await platform.get(`/api/sessions/${id}`, 'token')).status).toBe(404);
      for (const path of [`/reservations/${id}`, `/messages/${id}`, `/sessions/${id}`])
        expect([path, (await platform.admin('DELETE', path)).status]).toEqual([path, 404]);
      expect((await platform.admin('GET', `/operations/${id}`)).status).toBe(404);
    },
  );
});

describe('a key of a repetition', () => {
  it.each(['*'.repeat(16), 'idempotency:*:*:*:*', '__proto____proto__', 'constructor-------', '\'"]]--[[=[=[=[=['])(
    'that is %s belongs to the request that it came with, and finds no other one',
    async (key) => {
      const mine = await launch({ user_id: 'ada' }, { 'idempotency-key': randomUUID() });
      const eves = await launch({ user_id: 'eve' }, { 'idempotency-key': key });
      expect([202, 400]).toContain(eves.status);
      expect(JSON.stringify(eves.body)).not.toContain(mine.body.session_id);
    },
  );

  it("does not give another's session to who has it but not its request", async () => {
    const key = randomUUID();
    const { body: adas } = await launch({ user_id: 'ada' }, { 'idempotency-key': key });
    const other = await launch({ user_id: 'eve' }, { 'idempotency-key': key });
    expect(JSON.stringify(other.body)).not.toContain(adas.session_token);
  });
});

describe('a roster', () => {
  it('with formulas, markup and quotes is exported as text that no spreadsheet runs', async () => {
    const users = ['=HYPERLINK("http://evil")', '+1+1', '-2+3', '@SUM(1)', '<img src=x onerror=alert(1)>', 'a"",b'];
    const quoted = users.map((user) => `"${user.replaceAll('"', '""')}"`);
    const { status, body } = await sendRoster(platform, 'create', `user_id\n${quoted.join('\n')}\n`);
    expect([status, body.entries.length]).toEqual([201, users.length]);
    for (const entry of body.entries) expect(opened(entry.link).session).toBe(entry.session_id);
    await until(async () => (await active()).every(({ status: state }) => state === 'active'));
    const csv = (await platform.admin('GET', '/sessions/export')).body as string;
    const cells = csv.split('\r\n').flatMap((line) => line.split(','));
    expect(cells.filter((cell) => /^"?[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(csv).toContain(`'=HYPERLINK`);
  });

  it.each([
    ['a name with a line break in quotes', 'user_id\n"eve\nadmin"\n'],
    ['a null byte', 'user_id\nev\0e\n'],
    ['terminal escapes', 'user_id\n\u001b]0;owned\u0007eve\n'],
    ['what turns text around', 'user_id\neve\u202egnp.exe\n'],
    ['a column twice', 'user_id,user_id\neve,admin\n'],
  ])('with %s is refused', async (_, csv) => {
    const { status, body } = await sendRoster(platform, 'create', csv);
    expect([status, body.entries]).toEqual([422, undefined]);
    expect(await active()).toEqual([]);
  });
});

it('leaves every line of the log a line of the log, and no error in it', () => {
  for (const line of platform.log) expect(() => JSON.parse(line) as unknown).not.toThrow();
  expect(platform.log.filter((line) => JSON.parse(line).level === 'error')).toEqual([]);
});
