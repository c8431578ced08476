import { setTimeout as sleep } from 'node:timers/promises';
import { endOf, SLOW_CLIENTS } from '../support/attack/slow-client';
import { startBehindGateway, type Behind, type TestGateway } from '../support/gateway';
import { until } from '../support/platform';
import { exchange } from '../support/rotation';

/** NGINX believes an answer for one second by its clock, so for two at most. */
const BELIEVED_MS = 2_000;

let behind: Behind;
let gateway: TestGateway;
let ada: any; // eslint-disable-line
let eve: any; // eslint-disable-line
let evesCookie: string;
beforeAll(async () => {
  behind = await startBehindGateway();
  ({ gateway } = behind);
  [ada, eve] = (await Promise.all(['ada', 'eve'].map((name) => behind.platform.create(name)))).map(({ body }) => body);
  evesCookie = (await gateway.askUrl(eve.frontend_url)).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
});
afterAll(() => behind.stop());

/** `{ada}` and `{eve}` in a path stand for the sessions' ids. */
const filled = (path: string) => path.replaceAll('{ada}', ada.session_id).replaceAll('{eve}', eve.session_id);
const identity = '/api/v1/session';

it('lets the attacker into their own instance, so that the refusals below say something', async () => {
  const { text } = await gateway.ask(filled(`/session/{eve}/frontend${identity}`), { headers: { cookie: evesCookie } });
  expect(JSON.parse(text).session_id).toBe(eve.session_id);
});

it.each([
  '/session/{ada}/frontend/',
  '/session/{eve}/frontend/../../{ada}/frontend',
  '/session/{eve}/frontend/..%2f..%2f{ada}%2ffrontend',
  '/session/{eve}/frontend/%2e%2e/%2e%2e/{ada}/frontend',
  '/session/{eve}/frontend/%252e%252e/%252e%252e/{ada}/frontend',
  '/session/{eve}/frontend/..%5c..%5c{ada}/frontend',
  '/session/{eve}/frontend/..;/..;/{ada}/frontend',
  '/session/{eve}/frontend//../../{ada}/frontend',
  '/session/{eve}/../{ada}/frontend',
  '/session/{eve}%2f..%2f{ada}/frontend',
  '/session/{eve}%00{ada}/frontend',
  '/session/{eve}{ada}/frontend',
  '/session//{ada}//frontend',
  '//{ada}.localhost/session/{ada}/frontend',
  'http://{ada}/session/{ada}/frontend',
])('does not reach a foreign instance by the path %s', async (path) => {
  const answer = await gateway.ask(filled(path) + identity, { headers: { cookie: evesCookie } });
  expect([400, 401, 404]).toContain(answer.status);
  expect(answer.text).not.toContain(`"${ada.session_id}"`);
});

it.each([
  { 'x-gateway-session': '{eve}', 'x-gateway-service': 'frontend' },
  { 'x-original-uri': '/session/{eve}/frontend/', 'x-rewrite-url': '/session/{eve}/frontend/' },
  { 'x-forwarded-host': '{eve}.localhost', 'x-forwarded-prefix': '/session/{eve}/frontend' },
  { host: '{eve}.localhost' },
  { host: '{eve}' },
])('does not reach a foreign instance by the headers %p', async (tricks) => {
  const headers = Object.fromEntries(Object.entries(tricks).map(([name, value]) => [name, filled(value)]));
  const { host, ...others } = headers as { host?: string };
  const answer = await gateway.ask(filled(`/session/{ada}/frontend${identity}`), {
    headers: { cookie: evesCookie, ...others },
    ...(host && { host }),
  });
  expect(answer.status).toBe(401);
});

it('does not take a forged cookie under the name of the foreign one', async () => {
  const name = (await gateway.askUrl(ada.frontend_url)).headers['set-cookie']?.[0]?.split('=')[0];
  for (const value of [evesCookie.split('=')[1], '', 'x', 'A'.repeat(5_000)]) {
    const headers = { cookie: `${name}=${value}` };
    expect((await gateway.ask(filled(`/session/{ada}/frontend${identity}`), { headers })).status).toBe(401);
  }
});

it('refuses a replayed link, its cookie and its headers from before the exchange of keys', async () => {
  const { body: old } = await behind.platform.create('fay');
  const cookie = (await gateway.askUrl(old.frontend_url)).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const inside = `/session/${old.session_id}`;
  const waysIn = async () => {
    const answers = await Promise.all([
      gateway.askUrl(old.frontend_url),
      gateway.ask(`${inside}/frontend${identity}`, { headers: { cookie } }),
      gateway.ask(`${inside}/backend${identity}`, { headers: { 'x-api-key': old.access_token } }),
      gateway.ask(`${inside}/backend${identity}`, { headers: { authorization: `Bearer ${old.access_token}` } }),
    ]);
    return answers.map(({ status }) => status);
  };
  expect(await waysIn()).toEqual([302, 200, 200, 200]);
  const { status, body: now } = await exchange(behind.platform, old, { prefer: 'respond-async' });
  expect(status).toBe(202);
  // NGINX believes what it was told a moment ago for a second of its clock; what it lets through then finds an instance that refuses.
  expect(await waysIn()).not.toContain(200);
  await sleep(BELIEVED_MS);
  expect(await waysIn()).toEqual([401, 401, 401, 401]);
  const shown = () =>
    behind.platform.get(`/api/sessions/${old.session_id}`, now.session_token).then(({ body }) => body);
  await until(async () => (await shown()).status === 'active');
  expect(await waysIn()).toEqual([401, 401, 401, 401]);
  expect((await gateway.askUrl((await shown()).frontend_url)).status).toBe(302);
});

const request = (lines: readonly string[], body = '') => `${[...lines, '', ''].join('\r\n')}${body}`;
const smuggled = () =>
  request([`GET ${filled(`/session/{ada}/frontend${identity}`)} HTTP/1.1`, 'Host: localhost', 'Connection: close']);
const answersIn = (text: string) => text.match(/^HTTP\/1\.1 \d+/gm) ?? [];

it.each([
  ['both lengths', ['Content-Length: 4', 'Transfer-Encoding: chunked'], '0\r\n\r\n'],
  ['two lengths', ['Content-Length: 0', 'Content-Length: 200'], ''],
  ['a length with a sign', ['Content-Length: +5'], '0\r\n\r\n'],
  ['an unknown coding', ['Transfer-Encoding: xchunked'], '0\r\n\r\n'],
  ['two codings', ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'], '0\r\n\r\n'],
  ['a space before the colon', ['Transfer-Encoding : chunked'], '0\r\n\r\n'],
  ['a bad chunk', ['Transfer-Encoding: chunked'], '-1\r\nx\r\n0\r\n\r\n'],
])('refuses a request whose end is unclear: %s', async (_, headers, body) => {
  const first = request(
    [`POST ${filled('/session/{eve}/frontend/api/v1/parse')} HTTP/1.1`, 'Host: localhost', ...headers],
    body,
  );
  const text = await gateway.raw(first + smuggled());
  expect(text).not.toContain(`"${ada.session_id}"`);
  expect(answersIn(text)).toHaveLength(1);
  expect(answersIn(text)[0]).toMatch(/ (400|401|411|501)$/);
});

it('does not speak another protocol on a connection that it was asked to upgrade', async () => {
  const lines = [
    `GET ${filled('/session/{eve}/frontend/')} HTTP/1.1`,
    'Host: localhost',
    `Cookie: ${evesCookie}`,
    'Connection: Upgrade, HTTP2-Settings',
    'Upgrade: h2c',
    'HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA',
  ];
  expect((await gateway.raw(request([...lines, 'Connection: close']))).split('\r\n')[0]).toBe('HTTP/1.1 200 OK');
});

it.each([
  ['two hosts', ['Host: localhost', 'Host: example.org']],
  ['no host', []],
  ['a host that is none', ['Host: a/../b']],
  ['a header that is too large', ['Host: localhost', `X-Large: ${'x'.repeat(20_000)}`]],
  [
    'headers that are too large together',
    ['Host: localhost', ...Array.from({ length: 80 }, (_, i) => `X-${i}: ${'x'.repeat(1_000)}`)],
  ],
])('refuses a request with %s as a problem', async (_, headers) => {
  const text = await gateway.raw(request(['GET /api/health HTTP/1.1', ...headers]));
  expect(text).toMatch(/^HTTP\/1\.1 400 /);
  expect(JSON.parse(text.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status: 400, code: 'malformed' });
});

it('refuses a body that the platform has no use for', async () => {
  const { status, text } = await gateway.ask('/api/sessions', { method: 'POST', body: Buffer.alloc(2 * 1024 ** 2) });
  expect([status, JSON.parse(text).code]).toEqual([413, 'too_large']);
});

it('echoes nothing of a request: TRACE is no method here', async () => {
  expect((await gateway.raw(request(['TRACE / HTTP/1.1', 'Host: localhost', 'Connection: close']))).slice(0, 12)).toBe(
    'HTTP/1.1 404',
  );
});

describe('a client that takes forever', () => {
  let ends: Map<string, ReturnType<typeof endOf>>;
  beforeAll(() => {
    ends = new Map(Object.entries(SLOW_CLIENTS).map(([name, client]) => [name, endOf(client, gateway.port)]));
  });

  it.each(Object.keys(SLOW_CLIENTS))('over %s is given up on', async (name) => {
    const { afterMs, text } = await ends.get(name)!;
    expect(afterMs).toBeLessThan(50_000);
    expect(text).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });
});

it('one key has 200 streams at a time, whoever else has its own', async () => {
  const events = ({ session_id: id, session_token: token }: typeof ada) =>
    gateway.send(`/api/sessions/${id}/events`, { headers: { authorization: `Bearer ${token}` } });
  const answers = await Promise.all(Array.from({ length: 260 }, () => events(eve)));
  const count = (status: number) => answers.filter(({ statusCode }) => statusCode === status).length;
  expect([count(200), count(429)]).toEqual([200, 60]);
  const other = await events(ada);
  expect(other.statusCode).toBe(200);
  for (const answer of [...answers, other]) answer.destroy();
});
