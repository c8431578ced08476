import { connect } from 'node:net';
import { ADMIN, TestPlatform } from '../support/platform';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start({ MAX_SESSIONS_PER_USER: '100' });
});
afterAll(() => platform.stop());

const problem = (status: number, code: string) => ({
  status,
  body: { status, code, title: expect.any(String), detail: expect.stringMatching(/.{10,}/) },
});

it.each([
  ['no body', undefined],
  ['broken JSON', '{"user_id": '],
  ['an array', []],
  ['a text', '"ada"'],
  ['null', 'null'],
  ['no user_id', {}],
  ['a number for user_id', { user_id: 5 }],
  ['an object for user_id', { user_id: { $ne: null } }],
  ['an empty user_id', { user_id: '' }],
  ['a blank user_id', { user_id: '   ' }],
  ['a very long user_id', { user_id: 'x'.repeat(257) }],
  ['a user_id with a line break', { user_id: 'ada\r\nX-Injected: 1' }],
  ['a user_id with a null byte', { user_id: 'ada\0' }],
  ['a user_id with an escape sequence', { user_id: '\u001b[31mred' }],
  ['a user_id that turns text around', { user_id: 'ada\u202egnp.exe' }],
  ['a text for metadata', { user_id: 'ada', metadata: 'x' }],
  ['an array for metadata', { user_id: 'ada', metadata: [1] }],
  ['large metadata', { user_id: 'ada', metadata: { a: 'x'.repeat(9_000) } }],
  ['null for metadata', { user_id: 'ada', metadata: null }],
  ['null for user_id', { user_id: null }],
  ['very deep metadata', `{"user_id":"ada","metadata":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`],
  ['very deep arrays', `{"user_id":"ada","metadata":{"a":${'['.repeat(9_000)}${']'.repeat(9_000)}}}`],
  ['a field that nobody knows', { user_id: 'ada', admin: true }],
  ['a polluted prototype', '{"user_id":"ada","__proto__":{"status":"active"}}'],
])('refuses a creation with %s', async (_, body) => {
  expect(await platform.request('POST', '/api/sessions', body)).toMatchObject(problem(400, 'invalid'));
});

it.each([[[[]]], [[null]], [['08:45']], [[{ at: '08:45' }]], [{ at: '08:45', keep: 1 }], [null]])(
  'refuses %j for a ramp plan',
  async (plan) => {
    expect(await platform.admin('PUT', '/pool', { plan })).toMatchObject(problem(400, 'invalid'));
  },
);

it.each([['short'], ['x'.repeat(256)], ['has spaces in the key']])('refuses the Idempotency-Key %s', async (key) => {
  expect(await platform.create('ada', { 'idempotency-key': key })).toMatchObject(problem(400, 'invalid'));
});

it('names each field that is wrong', async () => {
  const { body } = await platform.request('POST', '/api/sessions', { user_id: 5, metadata: 'x' });
  expect(new Set(body.errors.map(({ field }: { field: string }) => field))).toEqual(new Set(['user_id', 'metadata']));
});

it('refuses a body that is too large, or of another kind', async () => {
  expect(await platform.request('POST', '/api/sessions', { user_id: 'x'.repeat(70_000) })).toMatchObject(
    problem(413, 'too_large'),
  );
  const xml = await platform.request('POST', '/api/sessions', '<session/>', { 'content-type': 'text/xml' });
  expect(xml).toMatchObject(problem(415, 'unsupported_media_type'));
});

it.each([
  '../../etc/passwd',
  '$(reboot); --privileged',
  "'; DROP TABLE sessions; --",
  '{{7*7}}',
  '<script>alert(1)</script>',
  'ada@example.org',
  '日本語',
  '👩‍💻',
  'x'.repeat(256),
])('launches an instance for the user %s, and keeps the name as it is', async (userId) => {
  const { status, body } = await platform.create(userId);
  expect(status).toBe(201);
  expect(body.user_id).toBe(userId);
  expect(body.session_id).toMatch(/^[a-z0-9][a-z0-9-]*-[0-9a-f]{8}$/);
  await platform.end(body);
});

it.each(['nope', '..%2f..%2fetc', '%00', 'x'.repeat(200), "a'b", '*', 'session:*'])(
  'answers 404 for the session %s',
  async (id) => {
    for (const path of [`/api/sessions/${id}`, `/api/sessions/${id}/health`, `/api/sessions/${id}/events`]) {
      expect(await platform.get(path, 'a-token')).toMatchObject(problem(404, 'not_found'));
    }
    expect(await platform.admin('GET', `/sessions/${id}`)).toMatchObject(problem(404, 'not_found'));
    expect(await platform.admin('DELETE', `/sessions/${id}`)).toMatchObject(problem(404, 'not_found'));
    expect(await platform.admin('POST', `/sessions/${id}/extend`, { hours: 1 })).toMatchObject(
      problem(404, 'not_found'),
    );
    expect(await platform.admin('POST', `/sessions/${id}/config`, { features: {} })).toMatchObject(
      problem(404, 'not_found'),
    );
  },
);

it.each([
  [{ max_sessions: -1 }],
  [{ max_sessions: 1.5 }],
  [{ max_sessions: '10' }],
  [{ max_sessions: null }],
  [{ max_sessions_per_user: null }],
  [{ session_ttl_hours: null }],
  [{ features: null }],
  [{ features: { log_generation: null } }],
  [{ features: { products: null } }],
  [{ features: { products: 'all' } }],
  [{ max_sessions_per_user: 0 }],
  [{ session_ttl_hours: 0 }],
  [{ session_ttl_hours: 1e9 }],
  [{ unknown: 1 }],
  [{ features: { unknown: true } }],
  [{ features: { log_generation: 'yes' } }],
  [{ features: { products: ['<script>'] } }],
  [{ features: { max_events: -5 } }],
  [{ features: [] }],
])('refuses the configuration %j and changes nothing', async (change) => {
  const before = (await platform.admin('GET', '/config')).body;
  expect(await platform.admin('PUT', '/config', change)).toMatchObject(problem(400, 'invalid'));
  expect((await platform.admin('GET', '/config')).body).toEqual(before);
});

it.each([[{}], [{ hours: 0 }], [{ hours: -1 }], [{ hours: '12' }], [{ hours: 1e6 }], [{ hours: null }]])(
  'refuses to extend a session by %j',
  async (body) => {
    const { body: session } = await platform.create('extended');
    expect(await platform.admin('POST', `/sessions/${session.session_id}/extend`, body)).toMatchObject(
      problem(400, 'invalid'),
    );
    await platform.end(session);
  },
);

it.each([
  ['nothing', undefined],
  ['a wrong password', `Basic ${Buffer.from('admin:wrong').toString('base64')}`],
  ['a wrong name', `Basic ${Buffer.from('root:techsummit2025').toString('base64')}`],
  ['no colon', `Basic ${Buffer.from('admin').toString('base64')}`],
  ['what is not base64', 'Basic %%%'],
  ['an unknown token', 'Bearer abcdef'],
  ['another scheme', 'Digest username="admin"'],
])('does not let %s into the admin API', async (_, authorization) => {
  for (const [method, path] of [
    ['GET', '/config'],
    ['PUT', '/config'],
    ['GET', '/sessions/active'],
    ['POST', '/sessions/cleanup'],
    ['GET', '/sessions/x'],
    ['DELETE', '/sessions/x'],
  ] as const) {
    const answer = await platform.request(
      method,
      `/api/admin${path}`,
      undefined,
      authorization === undefined ? {} : { authorization },
    );
    expect([401, 429]).toContain(answer.status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    await platform.redis.client.flushall();
  }
});

it('asks a browser for the password', async () => {
  const { headers } = await platform.request('GET', '/api/admin/config');
  expect(headers.get('www-authenticate')).toContain('Basic realm=');
});

it('logs in with a token that ends at the log-out', async () => {
  const login = await platform.request('POST', '/api/admin/login', { username: 'admin', password: 'techsummit2025' });
  expect(login).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 28_800 } });
  const token = login.body.access_token as string;
  expect((await platform.get('/api/admin/config', token)).status).toBe(200);
  const out = await platform.request('POST', '/api/admin/logout', undefined, { authorization: `Bearer ${token}` });
  expect(out.status).toBe(204);
  expect((await platform.get('/api/admin/config', token)).status).toBe(401);
  const keys = await platform.redis.client.keys('*');
  expect(keys.join()).not.toContain(token);
});

it('slows down who guesses passwords, and says for how long', async () => {
  const guess = () => platform.request('POST', '/api/admin/login', { username: 'admin', password: 'guess' });
  const answers = [];
  for (let i = 0; i < 12; i += 1) answers.push(await guess());
  expect(answers.slice(0, 10).every(({ status }) => status === 401)).toBe(true);
  expect(answers[11]).toMatchObject(problem(429, 'too_many_attempts'));
  expect(Number(answers[11]!.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await platform.admin('GET', '/config')).status).toBe(429);
  await platform.redis.client.flushall();
  expect((await platform.request('GET', '/api/admin/config', undefined, { authorization: ADMIN })).status).toBe(200);
});

it('does not let many guesses at once slip by', async () => {
  const guess = () => platform.request('POST', '/api/admin/login', { username: 'admin', password: 'guess' });
  const answers = await Promise.all(Array.from({ length: 200 }, guess));
  expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(60);
  expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(140);
  await platform.redis.client.flushall();
});

it('lets many requests with the right password in at once', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => platform.admin('GET', '/config')));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
});

it('answers every unknown address and method with a problem', async () => {
  expect(await platform.get('/api/nothing')).toMatchObject(problem(404, 'not_found'));
  expect(await platform.get('/%ff')).toMatchObject(problem(400, 'invalid'));
  expect(await platform.request('DELETE', '/api/health')).toMatchObject(problem(404, 'not_found'));
});

it.each(['/', '/admin/', '/api/docs', '/api/health', '/nothing'])(
  'lets nobody frame %s or bring script into it',
  async (path) => {
    const policy = (await platform.get(path)).headers.get('content-security-policy');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  },
);

it.each([
  ['no HTTP at all', 'hello\r\n\r\n'],
  ['two lengths', 'POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello'],
  [
    'a length and chunks',
    'POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['a huge header', `GET / HTTP/1.1\r\nHost: x\r\nX-Big: ${'x'.repeat(70_000)}\r\n\r\n`],
])('refuses %s and lives on', async (_, bytes) => {
  const { hostname, port } = new URL(platform.origin);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('close', () => resolve(text));
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? resolve(text) : reject(error)));
    socket.setTimeout(10_000, () => socket.destroy());
  });
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(answer).toMatch(/^content-type: application\/problem\+json/im);
  expect((await platform.get('/api/health')).status).toBe(200);
});

it('wrote no 5xx into its log, and no secret', () => {
  const log = platform.log.join('\n');
  expect(log).not.toContain('"level":"error"');
  expect(log).not.toContain('techsummit2025');
  expect(log).not.toMatch(/"api_?key":"[0-9a-f]/i);
});
