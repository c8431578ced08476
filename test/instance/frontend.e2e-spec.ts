import { readFileSync, readdirSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { hashSource } from '@app/content-policy';
import { Client } from './support/client';
import { backendEnv, buildPair, newApiKey, startServer, tokenOf, type Running } from './support/pair';
import { udpReceiver } from './support/receivers';

const apiKey = newApiKey();
const token = tokenOf(apiKey);
const build = buildPair();
const dataDir = mkdtempSync(join(tmpdir(), 'jarvis-data-'));
let backend: Running;
let frontend: Running;
let cookie: string;
let attendee: Client;

const startFrontend = (env: Record<string, string> = {}) =>
  startServer(join(build.folder, 'frontend.cjs'), { SESSION_API_KEY: apiKey, API_BASE_URL: backend.url, ...env });
const open = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${frontend.url}${path}`, { redirect: 'manual', headers });

beforeAll(async () => {
  backend = await startServer(join(build.folder, 'backend.cjs'), backendEnv(apiKey, dataDir));
  frontend = await startFrontend();
  const answer = await open(`/?token=${token}`);
  cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0]!;
  attendee = new Client(frontend.url, { Cookie: cookie });
});
afterAll(async () => {
  await Promise.all([frontend.stop(), backend.stop()]);
  rmSync(dataDir, { recursive: true });
  build.remove();
});

describe('the gate', () => {
  it('answers health to everybody', async () => {
    expect((await open('/health')).status).toBe(200);
  });

  it.each(['/', '/index.html', '/?token=wrong', '/?token='])('shows %s a friendly 401 page', async (path) => {
    const answer = await open(path);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await answer.text()).toContain('Go back to the landing page');
  });

  it('answers the API with a 401 problem', async () => {
    const answer = await open('/api/v1/session');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it('takes the token once, into a cookie that scripts and other sites cannot use', async () => {
    const answer = await open(`/?token=${token}&view=1`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('./?view=1');
    expect(answer.headers.get('set-cookie')).toMatch(/^jarvis_[0-9a-f]{8}=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await open(`/?token=${token}`, { 'X-Forwarded-Proto': 'https' })).headers.get('set-cookie')).toContain(
      '; Secure',
    );
  });

  it('opens the page with the cookie, under a strict policy', async () => {
    const answer = await open('/', { Cookie: cookie });
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    const html = await answer.text();
    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file!);
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const file of files) {
      expect(file).toMatch(/^\.\//);
      const asset = await open(file.slice(1), { Cookie: cookie });
      expect(asset.status).toBe(200);
      expect(asset.headers.get('cache-control')).toContain('immutable');
    }
    const [, guard] = /<script>([^]*?)<\/script>/.exec(html) ?? [];
    expect(policy).toContain(`script-src 'self' ${hashSource(guard ?? '')};`);
    expect(html.replace(`<script>${guard}</script>`, '')).not.toMatch(/<script(?![^>]*\bsrc=)|style="|\son\w+=/);
  });

  it('is not locked by a cookie of the same name that another host of the domain has set before', async () => {
    const [name] = cookie.split('=');
    for (const sent of [`${name}=planted; ${cookie}`, `${cookie}; ${name}=planted`, `${name}; ${name}==; ${cookie}`]) {
      expect((await open('/', { Cookie: sent })).status).toBe(200);
    }
    expect(
      (await open('/', { Cookie: `${name}=planted; x${cookie}; ${name}x${cookie.slice(name!.length)}` })).status,
    ).toBe(401);
  });

  it.each(['/../backend.cjs', '/..%2fbackend.cjs', '/%2e%2e/backend.cjs', '/nothing.js'])(
    'serves nothing outside the page: %s',
    async (path) => {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const call = request(frontend.url, { path, headers: { Cookie: cookie } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        });
        call.on('error', reject).end();
      });
      expect(status).toBe(404);
    },
  );

  it('asks for no token when authentication is off', async () => {
    const openFrontend = await startFrontend({ DISABLE_AUTH: 'true' });
    expect((await fetch(openFrontend.url)).status).toBe(200);
    expect((await fetch(`${openFrontend.url}/api/v1/session`)).status).toBe(200);
    await openFrontend.stop();
  });
});

describe('the proxy', () => {
  it('passes requests and answers on, with the access token and never the API key', async () => {
    expect((await attendee.call('GET', 'session')).body).toMatchObject({ session_id: 'ada-1f2e3d4c' });
    const id = await attendee.destination({ type: 'syslog', name: 'through the door', host: 'localhost', port: 514 });
    expect((await attendee.call('DELETE', `destinations/${id}`)).status).toBe(204);
    const put = await attendee.call('PUT', 'session', { session_id: 'x', user_id: 'x' });
    expect(put).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('keeps problems of the backend as they are', async () => {
    expect(await attendee.call('POST', 'destinations', '{')).toMatchObject({ status: 400, body: { code: 'invalid' } });
    expect(await attendee.call('POST', 'destinations', `"${'x'.repeat(1024 * 1024)}"`)).toMatchObject({ status: 413 });
  });

  it('streams progress without holding it back', async () => {
    const receiver = await udpReceiver();
    const destination_id = await attendee.destination({
      type: 'syslog',
      name: 'stream',
      host: '127.0.0.1',
      port: receiver.port,
    });
    const { id } = await attendee.send({ destination_id, count: 200, rate: 100 });
    const answer = await open(`/api/v1/sends/${id}/events`, { Cookie: cookie });
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    const arrivals: number[] = [];
    for await (const _ of answer.body!) arrivals.push(performance.now());
    expect(arrivals.length).toBeGreaterThan(4);
    expect(arrivals.at(-1)! - arrivals[0]!).toBeGreaterThan(1000);
    await receiver.close();
  });

  it.each<{ headers: Record<string, string>; status: number }>([
    { headers: { 'Sec-Fetch-Site': 'cross-site' }, status: 403 },
    { headers: { 'Sec-Fetch-Site': 'same-site' }, status: 403 },
    { headers: { Origin: 'https://evil.example' }, status: 403 },
    { headers: { 'Sec-Fetch-Site': 'same-origin' }, status: 201 },
  ])('lets only its own page change something: $headers', async ({ headers, status }) => {
    const answer = await attendee.call(
      'POST',
      'destinations',
      { type: 'syslog', name: 'csrf', host: 'h', port: 1 },
      headers,
    );
    expect(answer.status).toBe(status);
    if (status === 201) await attendee.call('DELETE', `destinations/${String(answer.body['id'])}`);
  });

  it('answers 502 with what to do while the backend is away, and works again when it is back', async () => {
    const port = new URL(backend.url).port;
    await backend.stop('SIGKILL');
    const away = await attendee.call('GET', 'session');
    expect(away).toMatchObject({ status: 502, body: { code: 'backend_unavailable' } });
    expect((await open('/health')).status).toBe(200);
    backend = await startServer(join(build.folder, 'backend.cjs'), { ...backendEnv(apiKey, dataDir), PORT: port });
    expect((await attendee.call('GET', 'session')).status).toBe(200);
  });
});

it('ends within a second of SIGTERM while a page is connected', async () => {
  const other = await startFrontend();
  const receiver = await udpReceiver();
  const destination_id = await attendee.destination({
    type: 'syslog',
    name: 'long',
    host: '127.0.0.1',
    port: receiver.port,
  });
  const { id } = await attendee.send({ destination_id, count: 1000, rate: 10 });
  const answer = await fetch(`${other.url}/api/v1/sends/${id}/events`, { headers: { Cookie: cookie } });
  const asked = Date.now();
  expect(await other.stop()).toBe(0);
  expect(Date.now() - asked).toBeLessThan(1200);
  await answer.body?.cancel().catch(() => undefined);
  await attendee.call('POST', `sends/${id}/cancel`);
  await receiver.close();
});

it('keeps the page small', () => {
  const script = readdirSync(join(build.folder, 'page')).find((name) => name.endsWith('.js'))!;
  expect(gzipSync(readFileSync(join(build.folder, 'page', script))).length).toBeLessThan(40_000);
});
