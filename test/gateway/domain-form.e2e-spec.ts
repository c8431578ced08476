import { request } from 'node:http';
import { startBehindGateway, type Behind, type TestGateway } from '../support/gateway';
import type { TestPlatform } from '../support/platform';

const NAME = 'jarvis.localhost';
const AS_BROWSER = { accept: 'text/html' };

let behind: Behind;
let platform: TestPlatform;
let gateway: TestGateway;
let ada: any; // eslint-disable-line
let bob: any; // eslint-disable-line
beforeAll(async () => {
  behind = await startBehindGateway({ tls: [NAME, `*.${NAME}`], sessionDomain: NAME });
  ({ platform, gateway } = behind);
  [ada, bob] = (await Promise.all([platform.create('ada'), platform.create('bob')])).map(({ body }) => body);
});
afterAll(() => behind.stop());

const hostOf = ({ session_id: id }: { session_id: string }) => `${id}.${NAME}:${gateway.port}`;
const cookieOf = async (session: { frontend_url: string }) => ({
  cookie: (await gateway.askUrl(session.frontend_url)).headers['set-cookie']?.[0]?.split(';')[0] ?? '',
});
const plain = (path: string): Promise<{ status?: number | undefined; location?: string | undefined }> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: gateway.plainPort, path, headers: { host: NAME } }, ({ statusCode, headers }) =>
      resolve({ status: statusCode, location: headers.location }),
    )
      .on('error', reject)
      .end();
  });

describe('TLS', () => {
  it('is asked for by a redirect, and then for later visits too', async () => {
    expect(await plain('/x?y=1')).toEqual({ status: 308, location: `https://${NAME}:${gateway.port}/x?y=1` });
    for (const path of ['/', '/api/health', '/session/nobody-00000000/backend/', '/_gateway/authorize']) {
      expect((await gateway.ask(path)).headers['strict-transport-security']).toBe('max-age=2592000');
    }
  });

  it('is known to the session manager and to instances', async () => {
    const gate = await gateway.askUrl(ada.frontend_url);
    expect(gate.headers['set-cookie']?.[0]).toMatch(/; Secure$/);
  });

  it('does not speak old versions', async () => {
    const old = { maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    await expect(gateway.ask('/', { tls: old })).rejects.toThrow(/alert protocol version/);
    expect((await gateway.ask('/', { tls: { maxVersion: 'TLSv1.2' } })).status).toBe(200);
  });
});

describe('a session with a host of its own', () => {
  it('has addresses there', () => {
    expect(ada.frontend_url).toBe(`https://${hostOf(ada)}/?token=${ada.access_token}`);
    expect(ada.backend_url).toBe(`https://${hostOf(ada)}/backend/api/v1/`);
  });

  it('lets the link in, and then the cookie, for this host alone', async () => {
    const gate = await gateway.askUrl(ada.frontend_url);
    expect([gate.status, gate.headers.location]).toEqual([302, './']);
    expect(gate.headers['set-cookie']?.[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    const headers = await cookieOf(ada);
    expect((await gateway.ask('/', { host: hostOf(ada), headers })).text).toContain('<title>');
    expect((await gateway.ask('/api/v1/products', { host: hostOf(ada), headers })).status).toBe(200);
  });

  it('lets its own page change things, and no other site', async () => {
    const body = JSON.stringify({ text: 'x' });
    const post = async (headers: Record<string, string>) => {
      const all = { 'content-type': 'application/json', ...(await cookieOf(ada)), ...headers };
      return (await gateway.ask('/api/v1/parse', { method: 'POST', host: hostOf(ada), headers: all, body })).status;
    };
    expect(await post({ origin: `https://${hostOf(ada)}` })).toBe(200);
    expect(await post({ origin: `https://${hostOf(bob)}` })).toBe(403);
    expect(await post({ origin: gateway.origin, 'sec-fetch-site': 'same-site' })).toBe(403);
  });

  it('opens its API to the key', async () => {
    const headers = { 'x-api-key': ada.access_token };
    const { status, text } = await gateway.askUrl(`${ada.backend_url}session`, { headers });
    expect([status, JSON.parse(text).session_id]).toEqual([200, ada.session_id]);
    expect((await gateway.askUrl(`${ada.backend_url}session`, { headers: await cookieOf(ada) })).status).toBe(401);
  });

  it('answers for nothing else at that host', async () => {
    const headers = await cookieOf(ada);
    for (const path of [
      '/api/health',
      '/admin/',
      '/api/admin/sessions/active',
      `/session/${bob.session_id}/frontend/`,
    ]) {
      expect((await gateway.ask(path, { host: hostOf(ada), headers })).status).toBe(404);
    }
  });

  it('is closed to foreign keys, and tells nobody whether there is such a session', async () => {
    const answers = [
      await gateway.ask('/', { host: hostOf(ada), headers: { ...AS_BROWSER, ...(await cookieOf(bob)) } }),
      await gateway.ask('/', { host: hostOf(ada), headers: AS_BROWSER }),
      await gateway.ask('/', { host: `nobody-00000000.${NAME}`, headers: AS_BROWSER }),
      await gateway.ask('/', { host: `no_session.${NAME}`, headers: AS_BROWSER }),
      await gateway.ask('/', {
        host: `a.${hostOf(ada)}`,
        headers: { ...AS_BROWSER, ...(await cookieOf(ada)) },
        tls: { rejectUnauthorized: false },
      }),
    ].map(({ status, text }) => ({ status, text }));
    expect(answers[0]?.status).toBe(401);
    expect(answers[0]?.text).toContain(`href="${gateway.origin}/"`);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('does not share an origin with the landing page: its path leads to its host', async () => {
    const from = `/session/${ada.session_id}/frontend`;
    const led = async (path: string) => (await gateway.ask(path)).headers.location;
    expect(await led(`${from}/?token=x&a=b%20c`)).toBe(`https://${hostOf(ada)}/?token=x&a=b%20c`);
    expect(await led(`${from}/a%0d%0ab`)).toBe(`https://${hostOf(ada)}/a%0d%0ab`);
    expect(await led(`/session/x/../${ada.session_id}/frontend/y`)).toBe(`https://${hostOf(ada)}/`);
  });
});
