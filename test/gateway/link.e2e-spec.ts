import { startBehindGateway, type Behind, type TestGateway } from '../support/gateway';
import { plainImage, StandIn } from '../support/stand-in';
import { until, type TestPlatform } from '../support/platform';

const NAME = 'jarvis.localhost';
const AS_BROWSER = { accept: 'text/html' };

interface Created {
  readonly session_id: string;
  readonly session_token: string;
  readonly frontend_url: string;
  readonly access_token: string;
}

describe.each([
  ['behind a path', {}, ''],
  ['at a host of its own, through TLS', { tls: [NAME, `*.${NAME}`], sessionDomain: NAME }, '; Secure'],
])('a link to an image that knows no cookies, %s', (_form, form, secure) => {
  let behind: Behind;
  let platform: TestPlatform;
  let gateway: TestGateway;
  let instance: StandIn;
  let ada: Created;
  let bob: Created;
  /** The page's address without the token. */
  let page: string;
  let path: string;
  beforeAll(async () => {
    behind = await startBehindGateway(form);
    ({ platform, gateway } = behind);
    instance = await StandIn.start(plainImage);
    ada = (await platform.create('ada')).body;
    bob = (await platform.create('bob')).body;
    await instance.standInFor(ada, platform);
    page = ada.frontend_url.split('?')[0]!;
    path = new URL(page).pathname;
    const mine = { cookie: await cookie() };
    await until(async () => (await gateway.askUrl(page, { headers: mine })).text.includes('Plain'), 10_000);
  });
  afterAll(async () => {
    instance?.stop();
    await behind.stop();
  });
  beforeEach(() => instance.requests.splice(0));

  const cookie = async (session = ada) =>
    (await gateway.askUrl(session.frontend_url)).headers['set-cookie']?.[0]?.split(';')[0] ?? '';

  it('leads to the same address without the token, and leaves a cookie for the page alone', async () => {
    const { status, headers } = await gateway.askUrl(ada.frontend_url);
    expect([status, headers.location]).toEqual([302, './']);
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(new RegExp(`^jarvis_[0-9a-f]{8}=[\\w-]+; Path=${path}; HttpOnly; SameSite=Lax${secure}$`)),
    ]);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(instance.requests).toEqual([]);
  });

  it('opens the page from then on, also its parts, and what it sends', async () => {
    const headers = { cookie: await cookie() };
    expect((await gateway.askUrl(page, { headers })).text).toContain('Plain');
    expect((await gateway.askUrl(`${page}plain.js`, { headers })).text).toContain('works');
    expect((await gateway.askUrl(`${page}act`, { method: 'POST', headers, body: 'x' })).status).toBe(200);
    expect(instance.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /',
      'GET /plain.js',
      'POST /act',
    ]);
  });

  it.each([
    ['?token={}&a=b', './?a=b'],
    ['?a=b&token={}', './?a=b'],
    ['?a=%2Fx/y&token={}&c=d?e', './?a=%2Fx/y&c=d?e'],
    ['?TOKEN={}', './'],
    ['?token={}&token=other', './?token=other'],
    ['a/b%20c.html?token={}', './b%20c.html'],
    ['a%0d%0aX-Injected:%20yes?token={}', './a%0d%0aX-Injected:%20yes'],
    ['/evil.example/?token={}', './'],
    ['/evil.example?token={}', './evil.example'],
    ['\\evil.example?token={}', './\\evil.example'],
    ['https://evil.example/x?token={}', './x'],
    ['javascript:alert(1)?token={}', './javascript:alert(1)'],
  ])('leads from %s to %s, whatever else is asked for', async (asked, location) => {
    const { host } = new URL(page);
    const { status, headers } = await gateway.ask(path + asked.replace('{}', ada.access_token), { host });
    expect([status, headers.location]).toEqual([302, location]);
    expect(headers).not.toHaveProperty('x-injected');
    const led = new URL(location, page + asked.split('?')[0]);
    expect([led.host, led.search.includes(ada.access_token)]).toEqual([host, false]);
  });

  it('works the same for a part of the page and for HEAD', async () => {
    for (const method of ['GET', 'HEAD']) {
      const asked = { method, headers: { 'sec-fetch-dest': 'image' } };
      const reply = await gateway.askUrl(`${page}picture.png?token=${ada.access_token}`, asked);
      expect([reply.status, reply.headers.location]).toEqual([302, './picture.png']);
    }
    expect(instance.requests).toEqual([]);
  });

  it('is no key to a change: that wants the cookie', async () => {
    const url = `${page}act?token=${ada.access_token}`;
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await gateway.askUrl(url, { method, body: 'x' })).status).toBe(401);
    }
    expect(instance.requests).toEqual([]);
    expect((await gateway.askUrl(url, { method: 'POST', headers: { cookie: await cookie() } })).status).toBe(200);
  });

  it('keeps another session’s token from the instance where the cookie fits, and changes no cookie', async () => {
    const headers = { cookie: await cookie() };
    for (const token of [bob.access_token, 'stale']) {
      const reply = await gateway.askUrl(`${page}?token=${token}&a=b`, { headers });
      expect([reply.status, reply.headers.location]).toEqual([302, './?a=b']);
      expect(reply.headers).not.toHaveProperty('set-cookie');
    }
    expect(instance.requests).toEqual([]);
  });

  it('sets no cookie for a token that fits nothing, beside no cookie or a foreign one', async () => {
    const foreign: Record<string, string>[] = [{}, { cookie: await cookie(bob) }];
    for (const headers of foreign) {
      const reply = await gateway.askUrl(`${page}?token=${bob.access_token}`, { headers });
      expect(reply.status).toBe(401);
      expect(reply.headers).not.toHaveProperty('set-cookie');
    }
  });

  it('holds for many at once, each with their own', async () => {
    const replies = await Promise.all(
      Array.from({ length: 100 }, (_, index) => gateway.askUrl([ada, bob][index % 2]!.frontend_url)),
    );
    const cookies = replies.map(({ headers }) => headers['set-cookie']?.[0]?.split(/[=;]/)[1]);
    expect(cookies).toEqual(replies.map((_, index) => [ada, bob][index % 2]!.access_token));
  });

  it('ends with its session: its owner is told so, and gets no cookie', async () => {
    const { body } = await platform.create('gone');
    await platform.end(body);
    await until(async () => (await gateway.askUrl(body.frontend_url)).status === 410, 5_000);
    const reply = await gateway.askUrl(body.frontend_url, { headers: AS_BROWSER });
    expect(reply.text).toContain('This Jarvis instance has ended');
    expect(reply.headers).not.toHaveProperty('set-cookie');
  });

  it('is in no log', () => {
    for (const { access_token: token } of [ada, bob]) expect(gateway.log).not.toContain(token);
  });
});

it('opens instances that ask for nothing themselves (INSTANCE_DISABLE_AUTH), and to nobody without it', async () => {
  const behind = await startBehindGateway({}, { INSTANCE_DISABLE_AUTH: 'true' });
  const { platform, gateway } = behind;
  try {
    const { body } = await platform.create('ada');
    const [page = ''] = body.frontend_url.split('?');
    const gate = await gateway.askUrl(body.frontend_url);
    const headers = { cookie: gate.headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
    expect((await gateway.askUrl(page, { headers })).status).toBe(200);
    expect((await gateway.askUrl(`${page}api/v1/products`, { headers })).status).toBe(200);
    expect((await gateway.askUrl(page)).status).toBe(401);
  } finally {
    await behind.stop();
  }
});

it('is left to the frontend by a gateway of an earlier version, which hands no cookie on', async () => {
  const behind = await startBehindGateway();
  const { platform } = behind;
  try {
    const { body } = await platform.create('ada');
    const earlier = { 'x-gateway-session': body.session_id, 'x-gateway-service': 'frontend', 'x-gateway-token': body.access_token }; // prettier-ignore
    const asked = (headers: Record<string, string>) =>
      platform.request('GET', '/api/gateway/authorize', undefined, { ...earlier, ...headers });
    expect((await asked({})).status).toBe(204);
    for (const path of ['', 'x', '/a;b/', '/a/../', '//x/', '/a']) {
      const { status, headers } = await asked({ 'x-gateway-path': path });
      expect([status, headers.get('set-cookie')]).toEqual([204, null]);
    }
    expect((await asked({ 'x-gateway-path': '/' })).status).toBe(403);
  } finally {
    await behind.stop();
  }
});
