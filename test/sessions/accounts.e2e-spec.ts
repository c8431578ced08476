import { ADMIN, TestPlatform, until } from '../support/platform';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

const logIn = async (password = 'techsummit2025') =>
  (await platform.request('POST', '/api/admin/login', { username: 'admin', password })).body.access_token as string;
const cleanUp = (headers: Record<string, string>) =>
  platform.request('POST', '/api/admin/sessions/cleanup', undefined, headers);

it.each<Record<string, string>>([
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'http://evil.example' },
  { origin: 'null' },
])('lets no other site act with a password that the browser has stored: %j', async (headers) => {
  const { status, body } = await cleanUp({ authorization: ADMIN, ...headers });
  expect([status, body.code]).toEqual([401, 'unauthorized']);
  const { body: session } = await platform.create('ada');
  const path = `/api/sessions/${session.session_id}`;
  expect((await platform.request('DELETE', path, undefined, { authorization: ADMIN, ...headers })).status).toBe(404);
  expect((await platform.get(path, session.session_token)).body.status).toBe('active');
  await platform.end(session);
});

it('tells of wrong passwords in the log, from where they came and not what they were', async () => {
  const before = platform.log.length;
  await platform.request('POST', '/api/admin/login', { username: 'admin', password: 'summer-of-2026' });
  await platform.request('POST', '/api/admin/login', { username: 'summer-of-2026', password: 'admin' });
  const told = () => platform.log.slice(before).filter((line) => line.includes('wrong password'));
  await until(() => told().length > 0);
  expect(told()).toHaveLength(1);
  expect(JSON.parse(told()[0] ?? '')).toMatchObject({ level: 'warn', context: 'Login', address: '127.0.0.1' });
  expect(platform.log.slice(before).join('\n')).not.toContain('summer-of-2026');
});

it('lets programs act, and pages of its own', async () => {
  const own: Record<string, string>[] = [{}, { 'sec-fetch-site': 'same-origin' }, { origin: platform.origin }];
  for (const headers of own) expect((await cleanUp({ authorization: ADMIN, ...headers })).status).toBe(200);
  const token = await logIn();
  // No browser adds a Bearer token by itself.
  expect((await cleanUp({ authorization: `Bearer ${token}`, 'sec-fetch-site': 'same-site' })).status).toBe(200);
});

it('ends all logins when the password is changed, and keeps them over a restart without', async () => {
  const token = await logIn();
  await platform.stopManager();
  await platform.startManager();
  expect((await platform.get('/api/admin/config', token)).status).toBe(200);
  await platform.stopManager();
  await platform.startManager({ ADMIN_PASSWORD: 'another one' });
  expect((await platform.get('/api/admin/config', token)).status).toBe(401);
  expect((await platform.get('/api/admin/config', await logIn('another one'))).status).toBe(200);
});
