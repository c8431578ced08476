import { claim, reserve } from '../admin/roster-links';
import { sha256 } from '../../apps/session-manager/src/instances/secrets';
import { TestPlatform, type Answer } from '../support/platform';

// Every secret at every door that it does not open.
let platform: TestPlatform;
let ada: Answer['body'];
let bob: Answer['body'];
let ticket: Answer['body'];
/** Each secret by its name. */
let secrets: Record<string, string>;

beforeAll(async () => {
  platform = await TestPlatform.start({ MAX_TOTAL_SESSIONS: '3' });
  [ada, bob] = (await Promise.all([platform.create('ada'), platform.create('bob')])).map(({ body }) => body);
  const [kept] = await reserve(platform, ['carol']);
  ({ body: ticket } = await platform.request(
    'POST',
    '/api/sessions',
    { user_id: 'dave' },
    { prefer: 'respond-async, waiting-room' },
  ));
  const login = await platform.request('POST', '/api/admin/login', { username: 'admin', password: 'techsummit2025' });
  const key = await platform.redis.client.hget(`session:${ada.session_id}`, 'api_key');
  secrets = {
    "another's session token": ada.session_token,
    "the hash of one's session token": sha256(bob.session_token),
    "another's access token": ada.access_token,
    "one's own access token": bob.access_token,
    "another instance's key": key ?? '',
    'the token of a place in line': ticket.session_token,
    'the token of a reserved place': kept!.token,
    'the token of a login': login.body.access_token,
    'a session token in other letters': bob.session_token.toLowerCase(),
    'a part of a session token': bob.session_token.slice(0, -1),
    'a session token with more': `${bob.session_token}=`,
    'a session token twice': `${bob.session_token}${bob.session_token}`,
    'what a program sends for nothing': 'undefined',
    'an id': bob.session_id,
  };
  for (const [name, secret] of Object.entries(secrets)) expect([name, secret.length > 8]).toEqual([name, true]);
});
afterAll(() => platform.stop());

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const ask = async (method: string, path: string, token: string, body?: unknown) =>
  (await platform.request(method, path, body, bearer(token))).status;
const instance = async (url: string, init: RequestInit) => (await fetch(url, { redirect: 'manual', ...init })).status;

/** Doors with the secrets that open them, besides those that are nobody's; a refused caller learns nothing but the status. */
const DOORS: [door: string, opens: readonly string[], refusal: number, knock: (token: string) => Promise<number>][] = [
  ["bob's session", ['the token of a login'], 404, (token) => ask('GET', `/api/sessions/${bob.session_id}`, token)],
  [
    "what is known of bob's instance",
    ['the token of a login'],
    404,
    (token) => ask('GET', `/api/sessions/${bob.session_id}/health`, token),
  ],
  [
    "the end of bob's session",
    ['the token of a login'],
    404,
    (token) => ask('POST', `/api/sessions/${bob.session_id}/extend`, token, { hours: 1 }),
  ],
  [
    "dave's place in line",
    ['the token of a place in line', 'the token of a login'],
    404,
    (token) => ask('GET', `/api/tickets/${ticket.ticket_id}`, token),
  ],
  ['the console', ['the token of a login'], 401, (token) => ask('GET', '/api/admin/config', token)],
  ["the console's changes", ['the token of a login'], 401, (token) => ask('PUT', '/api/admin/config', token, {})],
  [
    "bob's page by a link",
    ["one's own access token"],
    401,
    (token) => instance(`${bob.frontend_url.split('?')[0]}?token=${encodeURIComponent(token)}`, {}),
  ],
  [
    "bob's API by a key",
    ["one's own access token"],
    401,
    (token) => instance(`${bob.backend_url}session`, { headers: { 'x-api-key': token } }),
  ],
  [
    "bob's API by a bearer token",
    ["one's own access token"],
    401,
    (token) => instance(`${bob.backend_url}session`, { headers: bearer(token) }),
  ],
];

it.each(DOORS)('%s is opened by what belongs to it alone', async (_door, opens, refusal, knock) => {
  for (const [name, secret] of Object.entries(secrets)) {
    const status = await knock(secret);
    if (opens.includes(name)) expect([name, status < 400]).toEqual([name, true]);
    else expect([name, status]).toEqual([name, refusal]);
  }
});

it('a reserved place is claimed by its own token alone', async () => {
  for (const [name, secret] of Object.entries(secrets)) {
    if (name === 'the token of a reserved place') continue;
    expect([name, (await claim(platform, secret)).status]).toEqual([name, 404]);
  }
});

it('a token that is replayed after the end opens nothing: of a session, a login, an instance', async () => {
  const { session_id: id, session_token: token } = ada;
  await platform.end(ada);
  expect(await ask('GET', `/api/sessions/${id}`, token)).toBe(410);
  expect(await ask('POST', `/api/sessions/${id}/extend`, token, { hours: 1 })).toBe(410);
  await expect(fetch(ada.frontend_url)).rejects.toThrow('fetch failed');
  const login = secrets['the token of a login'] ?? '';
  await platform.request('POST', '/api/admin/logout', undefined, bearer(login));
  expect(await ask('GET', '/api/admin/config', login)).toBe(401);
  expect(await ask('GET', '/api/admin/events', login)).toBe(401);
});

it('none of them is in the log or in an error', async () => {
  const log = platform.log.join('\n');
  for (const [name, secret] of Object.entries(secrets)) {
    if (name === 'an id' || secret === 'undefined') continue;
    expect([name, log.includes(secret)]).toEqual([name, false]);
  }
});
