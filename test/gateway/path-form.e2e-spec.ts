import { randomBytes } from 'node:crypto';
import { reserve } from '../admin/roster-links';
import { EventStream } from '../support/event-stream';
import { startBehindGateway, type Behind, type TestGateway } from '../support/gateway';
import type { Reply } from '../support/gateway-client';
import { until, type TestPlatform } from '../support/platform';

interface Created {
  readonly session_id: string;
  readonly session_token: string;
  readonly frontend_url: string;
  readonly backend_url: string;
  readonly access_token: string;
}

const AS_BROWSER = { accept: 'text/html,application/xhtml+xml' };
const UPLOAD_BYTES = 90 * 1024 ** 2;
/** How long NGINX, which counts whole seconds, may believe an authorisation, and a little. */
const CACHED_MS = 2_500;

let behind: Behind;
let platform: TestPlatform;
let gateway: TestGateway;
let ada: Created;
let bob: Created;
beforeAll(async () => {
  behind = await startBehindGateway();
  ({ platform, gateway } = behind);
  [ada, bob] = (await Promise.all([platform.create('ada'), platform.create('bob')])).map(({ body }) => body) as [
    Created,
    Created,
  ];
});
afterAll(() => behind.stop());

const root = ({ session_id: id }: Created, service = 'frontend') => `/session/${id}/${service}`;
const key = ({ access_token: token }: Created) => ({ 'x-api-key': token });
async function cookieOf(session: Created): Promise<{ cookie: string }> {
  const gate = await gateway.askUrl(session.frontend_url);
  return { cookie: gate.headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
}
/** An answer without what differs from one to the next whoever asks. */
const told = ({ status, headers: { date: _date, ...headers }, text }: Reply) => ({ status, headers, text });

describe('the door', () => {
  it('serves the landing page, the console and the API', async () => {
    expect((await gateway.ask('/')).text).toContain('Launch Your Jarvis Instance');
    expect((await gateway.ask('/admin/')).text).toContain('<div id="root">');
    expect(JSON.parse((await gateway.ask('/api/health')).text)).toMatchObject({ status: 'healthy' });
  });

  it('keeps what it asks the session manager to itself', async () => {
    for (const path of ['/api/gateway/authorize', '//api/gateway/authorize', '/api/./g%61teway/authorize']) {
      expect((await gateway.ask(path, { headers: key(ada) })).status).toBe(404);
    }
    for (const path of ['/_gateway/authorize', '/_gateway/answer/private.html']) {
      expect((await gateway.ask(path)).status).toBe(404);
    }
  });

  it('is what organisers get for people to open, wherever they ask', async () => {
    expect((await platform.admin('GET', '/config')).body.public_url).toBe(gateway.origin);
    const [kept] = await reserve(platform, ['kept']);
    expect(kept!.entry.link).toBe(`${gateway.origin}/#reservation=${kept!.token}`);
    await platform.admin('DELETE', `/reservations/${kept!.id}`);
  });

  it('follows a session as it happens', async () => {
    const { body } = await platform.request(
      'POST',
      '/api/sessions',
      { user_id: 'followed' },
      { prefer: 'respond-async' },
    );
    const stream = await EventStream.open(`${gateway.origin}/api/sessions/${body.session_id}/events`, {
      authorization: `Bearer ${body.session_token}`,
    });
    await until(() => stream.events.some(({ data }) => data.status === 'active'));
    stream.close();
    await platform.end(body);
  });
});

describe('an instance behind a path', () => {
  it('has addresses at the gateway, for its owner and for organisers', async () => {
    expect(ada.frontend_url).toBe(`${gateway.origin}${root(ada)}/?token=${ada.access_token}`);
    expect(ada.backend_url).toBe(`${gateway.origin}${root(ada, 'backend')}/api/v1/`);
    const { body } = await platform.admin('POST', `/sessions/${ada.session_id}/access`);
    expect(body).toMatchObject({ frontend_url: ada.frontend_url, backend_url: ada.backend_url });
  });

  it('lets the link in, and then the cookie, which is for its path alone', async () => {
    const gate = await gateway.askUrl(ada.frontend_url);
    expect([gate.status, gate.headers.location]).toEqual([302, './']);
    expect(gate.headers['set-cookie']).toEqual([expect.stringContaining(`Path=${root(ada)}/;`)]);
    const page = await gateway.ask(`${root(ada)}/`, { headers: await cookieOf(ada) });
    expect(page.status).toBe(200);
    const script = /src="\.\/([\w.-]+\.js)"/.exec(page.text)?.[1];
    expect((await gateway.ask(`${root(ada)}/${script}`, { headers: await cookieOf(ada) })).status).toBe(200);
    const products = await gateway.ask(`${root(ada)}/api/v1/products`, { headers: await cookieOf(ada) });
    expect(JSON.parse(products.text).products.length).toBeGreaterThan(10);
  });

  it('finds its way from an address without the slash', async () => {
    const { status, headers } = await gateway.ask(`${root(ada)}?token=${ada.access_token}`);
    expect([status, headers.location]).toEqual([308, `${root(ada)}/?token=${ada.access_token}`]);
  });

  it('opens its API to the key, as a header or a bearer token', async () => {
    const path = `${root(ada, 'backend')}/api/v1/session`;
    for (const headers of [key(ada), { authorization: `Bearer ${ada.access_token}` }]) {
      const { status, text } = await gateway.ask(path, { headers });
      expect([status, JSON.parse(text).session_id]).toEqual([200, ada.session_id]);
    }
  });

  it('opens its API to no cookie, which a foreign page could have a browser send', async () => {
    const { status } = await gateway.ask(`${root(ada, 'backend')}/api/v1/session`, { headers: await cookieOf(ada) });
    expect(status).toBe(401);
  });

  it('takes a large upload as it comes', async () => {
    const line = Buffer.from(`${randomBytes(500).toString('hex')}\n`);
    const body = Buffer.alloc(UPLOAD_BYTES, line);
    const path = `${root(ada)}/api/v1/uploads?name=large.log`;
    const headers = { ...(await cookieOf(ada)), 'content-type': 'application/octet-stream' };
    const { status, text } = await gateway.ask(path, { method: 'POST', headers, body });
    expect([status, JSON.parse(text).size_bytes]).toEqual([201, UPLOAD_BYTES]);
  });

  it('sends server-sent events as they happen', async () => {
    const headers = { ...key(ada), 'content-type': 'application/json' };
    const api = `${root(ada, 'backend')}/api/v1`;
    const made = await gateway.ask(`${api}/destinations`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ name: 'away', type: 'syslog', host: '192.0.2.1', port: 514, protocol: 'udp' }),
    });
    const send = await gateway.ask(`${api}/sends`, {
      method: 'POST',
      headers,
      body: JSON.stringify({
        destination_id: JSON.parse(made.text).id,
        product_id: 'nginx_access',
        continuous: true,
        rate: 5,
      }),
    });
    const { id } = JSON.parse(send.text);
    const stream = await EventStream.open(`${gateway.origin}${api}/sends/${id}/events`, key(ada));
    expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
    await until(() => stream.events.length >= 3, 10_000);
    stream.close();
    await gateway.ask(`${api}/sends/${id}/cancel`, { method: 'POST', headers });
  });
});

describe('whoever has no key', () => {
  it('learns nothing: no key, a foreign one and a session that never was get the same answer', async () => {
    const nobody = { ...ada, session_id: 'nobody-00000000' };
    const answers = [
      await gateway.ask(`${root(ada)}/`, { headers: AS_BROWSER }),
      await gateway.ask(`${root(nobody)}/`, { headers: AS_BROWSER }),
      await gateway.ask(`${root(ada)}/`, { headers: { ...AS_BROWSER, ...(await cookieOf(bob)) } }),
      await gateway.ask(`${root(nobody)}/`, { headers: { ...AS_BROWSER, ...(await cookieOf(bob)) } }),
      await gateway.ask(`${root(ada)}/?token=${bob.access_token}`, { headers: AS_BROWSER }),
    ].map(told);
    expect(answers[0]).toMatchObject({ status: 401, text: expect.stringContaining('This Jarvis instance is private') });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('learns no more by asking the session manager itself, as an instance on its network could', async () => {
    const asked = async (session: string, secret: string) => {
      const headers = { 'x-gateway-session': session, 'x-gateway-service': 'backend', 'x-api-key': secret };
      const answer = await platform.request('GET', '/api/gateway/authorize', undefined, headers);
      const shown = ['x-gateway-reason', 'x-gateway-upstream'].map((name) => answer.headers.get(name));
      return [answer.status, ...shown, answer.body];
    };
    const nothing = [401, 'private', null, ''];
    expect(await asked(ada.session_id, '')).toEqual(nothing);
    expect(await asked(ada.session_id, bob.access_token)).toEqual(nothing);
    expect(await asked('nobody-00000000', bob.access_token)).toEqual(nothing);
    expect(await asked('', '')).toEqual(nothing);
    expect((await asked(bob.session_id, bob.access_token))[0]).toBe(204);
  });

  it('gets a problem document where it is a program', async () => {
    const { status, headers, text } = await gateway.ask(`${root(ada, 'backend')}/api/v1/products`, {
      headers: key(bob),
    });
    expect([status, headers['content-type']]).toEqual([401, 'application/problem+json']);
    expect(JSON.parse(text)).toMatchObject({ status: 401, code: 'unauthorized' });
  });

  it('is not let in by the session token or by organisers’ credentials', async () => {
    const path = `${root(ada, 'backend')}/api/v1/products`;
    for (const authorization of [`Bearer ${ada.session_token}`, `Basic ${btoa('admin:techsummit2025')}`]) {
      expect((await gateway.ask(path, { headers: { authorization } })).status).toBe(401);
    }
  });

  it('is refused also right after somebody with the key was let in', async () => {
    const path = `${root(ada)}/api/v1/products`;
    const mine = await cookieOf(ada);
    const foreign = await cookieOf(bob);
    for (let round = 0; round < 20; round++) {
      expect((await gateway.ask(path, { headers: mine })).status).toBe(200);
      expect((await gateway.ask(path, { headers: foreign })).status).toBe(401);
      expect((await gateway.ask(path)).status).toBe(401);
    }
  });

  it('is told so by a page with a strict policy and no script of its own', async () => {
    const { headers, text } = await gateway.ask(`${root(ada)}/`, { headers: AS_BROWSER });
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'sha256-/,
    );
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(text).not.toMatch(/<script|\son\w+=|style="/);
  });
});

describe('a session that has ended', () => {
  it('is refused within the time of the cache, and only its owner learns why', async () => {
    const { body } = await platform.create('gone');
    const mine = { ...AS_BROWSER, ...(await cookieOf(body)) };
    expect((await gateway.ask(`${root(body)}/`, { headers: mine })).status).toBe(200);
    await platform.end(body);
    await until(async () => (await gateway.ask(`${root(body)}/`, { headers: mine })).status === 410, CACHED_MS);
    const { text } = await gateway.ask(`${root(body)}/`, { headers: mine });
    expect(text).toContain('This Jarvis instance has ended');
    expect((await gateway.ask(`${root(body)}/`, { headers: AS_BROWSER })).status).toBe(401);
    expect((await gateway.ask(`${root(body)}/`, { headers: await cookieOf(bob) })).status).toBe(401);
  });

  it('is refused from the moment of its expiry', async () => {
    const { body } = await platform.create('expires');
    const headers = await cookieOf(body);
    const at = Date.now() + 2_000;
    await platform.redis.client.hset(`session:${body.session_id}`, 'expires_at', String(at));
    expect((await gateway.ask(`${root(body)}/`, { headers })).status).toBe(200);
    await until(() => Date.now() > at + 1_100);
    expect(JSON.parse((await gateway.ask(`${root(body)}/`, { headers })).text)).toMatchObject({
      status: 410,
      code: 'gone',
    });
    await platform.end(body);
  });
});

describe('an instance that is not there', () => {
  it('is said to start while it starts, by a page that looks again', async () => {
    const { body } = await platform.create('starts');
    const headers = { ...AS_BROWSER, ...(await cookieOf(body)) };
    await platform.redis.client.hset(`session:${body.session_id}`, 'status', 'creating');
    await until(async () => (await gateway.ask(`${root(body)}/`, { headers })).status === 503, CACHED_MS);
    const answer = await gateway.ask(`${root(body)}/`, { headers });
    expect(answer.headers['retry-after']).toBe('2');
    expect(answer.text).toContain('<noscript><meta http-equiv="refresh" content="2"></noscript>');
    const script = await gateway.ask('/_gateway/again.js');
    expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect((await gateway.ask(`${root(body)}/`, { headers: AS_BROWSER })).status).toBe(401);
    await platform.redis.client.hset(`session:${body.session_id}`, 'status', 'active');
    await platform.end(body);
  });

  it('is said to be away when its server does not answer', async () => {
    const { body } = await platform.create('away');
    const headers = await cookieOf(body);
    await platform.redis.client.hset(`session:${body.session_id}`, 'frontend_port', '1', 'backend_port', '1');
    await until(async () => (await gateway.ask(`${root(body)}/`, { headers })).status === 503, CACHED_MS);
    const answer = await gateway.ask(`${root(body)}/api/v1/products`, { headers });
    expect(JSON.parse(answer.text)).toMatchObject({ status: 503, code: 'instance_unavailable' });
    expect(answer.headers['retry-after']).toBe('5');
    await platform.end(body);
  });
});

it('puts no token into its log', async () => {
  await gateway.askUrl(ada.frontend_url);
  await until(() => gateway.log.includes(`${root(ada)}/"`));
  for (const { access_token: token } of [ada, bob]) expect(gateway.log).not.toContain(token);
});
