import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { Client, waitFor } from './support/client';
import { backendEnv, buildPair, newApiKey, startServer, tokenOf, type Running } from './support/pair';
import { tcpReceiver } from './support/receivers';

const apiKey = newApiKey();
const build = buildPair();
const dataDir = mkdtempSync(join(tmpdir(), 'jarvis-data-'));
let backend: Running;
let manager: Client;
let attendee: Client;

async function start(env: Record<string, string> = {}): Promise<void> {
  backend = await startServer(join(build.folder, 'backend.cjs'), { ...backendEnv(apiKey, dataDir), ...env });
  manager = new Client(backend.url, { 'X-API-Key': apiKey });
  attendee = new Client(backend.url, { Authorization: `Bearer ${tokenOf(apiKey)}` });
}

beforeAll(() => start());
afterAll(async () => {
  await backend.stop('SIGKILL');
  rmSync(dataDir, { recursive: true });
  build.remove();
});

const syslog = (name: string) => ({ type: 'syslog', name, host: '127.0.0.1', port: 5514 });

it('says that nobody has configured it yet', async () => {
  expect((await manager.call('GET', 'session')).body).toMatchObject({
    session_id: 'ada-1f2e3d4c',
    token_sha256: null,
    configured: false,
  });
});

describe('access', () => {
  it('answers health without a secret and nothing else', async () => {
    const stranger = new Client(backend.url, {});
    expect((await stranger.call('GET', 'health')).status).toBe(200);
    for (const path of ['session', 'products', 'destinations', 'sends']) {
      const { status, headers, body } = await stranger.call('GET', path);
      expect(status).toBe(401);
      expect(headers.get('content-type')).toBe('application/problem+json');
      expect(body['code']).toBe('unauthorized');
    }
    expect((await new Client(backend.url, { 'X-API-Key': 'wrong' }).call('GET', 'session')).status).toBe(401);
  });

  it('lets the attendee read the session but only the API key change it', async () => {
    const session = { session_id: 'ada-1f2e3d4c', user_id: 'ada', revision: 'r1', features: { max_events: 7 } };
    expect((await attendee.call('PUT', 'session', session)).status).toBe(403);
    expect((await manager.call('PUT', 'session', session)).status).toBe(200);
    expect((await attendee.call('GET', 'session')).body).toMatchObject({
      ...session,
      features: { max_events: 7, rate_limit: null, products: ['all'] },
      usage: { events_sent: 0, events_left: 7 },
    });
    await manager.features({});
  });

  it("keeps the hash of the owner's token through kill -9, and tells it to the API key only", async () => {
    const session = { session_id: 'ada-1f2e3d4c', user_id: 'ada' };
    const token_sha256 = 'ab'.repeat(32);
    const put = await manager.call('PUT', 'session', { ...session, token_sha256 });
    expect(put.body).toMatchObject({ token_sha256, configured: true });
    await backend.stop('SIGKILL');
    await start();
    await manager.features({ max_events: 7 });
    expect((await manager.call('GET', 'session')).body).toMatchObject({
      token_sha256,
      configured: true,
      features: { max_events: 7 },
    });
    const told = (await attendee.call('GET', 'session')).body;
    expect(Object.keys(told).toSorted()).toEqual(
      ['expires_at', 'features', 'messages', 'revision', 'session_id', 'usage', 'user_id'].toSorted(),
    );
    await manager.features({});
  });

  it('tells what the organisers say until it ends, and nothing where they never said anything', async () => {
    const session = { session_id: 'ada-1f2e3d4c', user_id: 'ada' };
    const message = { text: '<b>Hello</b>', severity: 'info', created_at: '2025-11-16T10:00:00.000Z' };
    const staying = { ...message, message_id: '1'.repeat(16), ends_at: null };
    const ended = { ...message, message_id: '2'.repeat(16), ends_at: '2025-11-16T11:00:00.000Z' };
    const ending = { ...message, message_id: '3'.repeat(16), ends_at: new Date(Date.now() + 1_000).toISOString() };
    const put = await manager.call('PUT', 'session', { ...session, messages: [staying, ended, ending] });
    expect(put.status).toBe(200);
    expect((await attendee.call('GET', 'session')).body['messages']).toEqual([staying, ending]);
    await sleep(1_100);
    expect((await attendee.call('GET', 'session')).body['messages']).toEqual([staying]);
    await manager.call('PUT', 'session', session);
    expect((await attendee.call('GET', 'session')).body['messages']).toEqual([]);
    for (const wrong of [{ text: '' }, { text: 7 }, { severity: 'loud' }, { ends_at: 'soon' }, { message_id: '' }]) {
      const answer = await manager.call('PUT', 'session', { ...session, messages: [{ ...staying, ...wrong }] });
      expect(answer.status).toBe(400);
    }
  });

  it.each(['', 'ab', 'AB'.repeat(32), 'zz'.repeat(32), 7, null])('takes %p for no hash of a token', async (hash) => {
    const session = { session_id: 'ada-1f2e3d4c', user_id: 'ada', token_sha256: hash };
    expect((await manager.call('PUT', 'session', session)).status).toBe(400);
  });

  it('refuses a browser that another site sent, and sends no CORS header', async () => {
    const { status, headers } = await attendee.call('GET', 'session', undefined, {
      'Sec-Fetch-Site': 'cross-site',
      Origin: 'https://evil.example',
    });
    expect(status).toBe(403);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('bad input', () => {
  it.each([
    { method: 'POST', path: 'destinations', body: '{"name":', status: 400 },
    { method: 'POST', path: 'destinations', body: 'null', status: 400 },
    { method: 'POST', path: 'destinations', body: '[]', status: 400 },
    { method: 'POST', path: 'destinations', body: { ...syslog('x'), port: '514' }, status: 400 },
    { method: 'POST', path: 'destinations', body: { ...syslog('x'), extra: true }, status: 400 },
    { method: 'POST', path: 'destinations', body: { ...syslog('x'), host: 'a b' }, status: 400 },
    {
      method: 'POST',
      path: 'destinations',
      body: { type: 'hec', name: 'x', url: 'file:///etc/passwd', token: 't' },
      status: 400,
    },
    {
      method: 'POST',
      path: 'destinations',
      body: { type: 'hec', name: 'x', url: 'https://h', token: 'a\r\nb' },
      status: 400,
    },
    { method: 'POST', path: 'destinations', body: { type: 'hec', name: 'x', url: 'https://h' }, status: 400 },
    { method: 'POST', path: 'destinations', body: { type: 'carrier-pigeon', name: 'x' }, status: 400 },
    { method: 'POST', path: 'destinations', body: `"${'x'.repeat(1024 * 1024)}"`, status: 413 },
    { method: 'POST', path: 'generate', body: {}, status: 400 },
    { method: 'POST', path: 'generate', body: { product_id: 'cisco_asa', scenario_id: 'x' }, status: 400 },
    { method: 'POST', path: 'generate', body: { product_id: 'cisco_asa', count: 201 }, status: 400 },
    { method: 'POST', path: 'generate', body: { product_id: 'cisco_asa', base_time: 'yesterday' }, status: 400 },
    { method: 'POST', path: 'generate', body: { product_id: '../../etc/passwd' }, status: 404 },
    { method: 'POST', path: 'generate', body: { product_id: '__proto__' }, status: 404 },
    { method: 'POST', path: 'sends', body: { product_id: 'cisco_asa', destination_id: 'none', count: 1 }, status: 404 },
    {
      method: 'POST',
      path: 'sends',
      body: { product_id: 'cisco_asa', destination_id: 'none', count: 1e9 },
      status: 400,
    },
    { method: 'POST', path: 'sends/none/cancel', body: undefined, status: 404 },
    { method: 'GET', path: 'sends/none/events', body: undefined, status: 404 },
    { method: 'GET', path: 'products/none', body: undefined, status: 404 },
    { method: 'GET', path: 'scenarios/%00', body: undefined, status: 404 },
    { method: 'PUT', path: 'destinations/none', body: syslog('x'), status: 404 },
    { method: 'DELETE', path: 'destinations/none', body: undefined, status: 404 },
    { method: 'GET', path: 'nowhere', body: undefined, status: 404 },
  ])('$method $path answers $status', async ({ method, path, body, status }) => {
    const answer = await attendee.call(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ status, detail: expect.any(String) as string });
  });

  it('names each wrong field', async () => {
    const { body } = await attendee.call('POST', 'destinations', { type: 'syslog', name: '', host: '', port: 0 });
    expect((body['errors'] as { field: string }[]).map(({ field }) => field)).toEqual(
      expect.arrayContaining(['name', 'host', 'port']),
    );
  });

  it('wants JSON by its content type', async () => {
    expect(
      (await attendee.call('POST', 'destinations', 'a=b', { 'Content-Type': 'application/x-www-form-urlencoded' }))
        .status,
    ).toBe(415);
  });
});

describe('destinations', () => {
  it('are created, listed, changed and deleted, and never show their token', async () => {
    const id = await attendee.destination({
      type: 'hec',
      name: 'Splunk',
      url: 'https://splunk:8088',
      token: 'secret-token',
      index: 'main',
    });
    expect((await attendee.call('GET', `destinations/${id}`)).body).toMatchObject({
      has_token: true,
      index: 'main',
      verify_tls: true,
    });
    expect((await attendee.call('POST', 'destinations', syslog('splunk'))).status).toBe(409);

    const put = await attendee.call('PUT', `destinations/${id}`, {
      type: 'hec',
      name: 'Splunk 2',
      url: 'https://other:8088',
    });
    expect(put.body).toMatchObject({ name: 'Splunk 2', has_token: true, index: null });
    expect((await attendee.call('PATCH', `destinations/${id}`, { verify_tls: false })).body).toMatchObject({
      name: 'Splunk 2',
      verify_tls: false,
    });
    expect(JSON.stringify((await attendee.call('GET', 'destinations')).body)).not.toContain('secret-token');

    expect((await attendee.call('DELETE', `destinations/${id}`)).status).toBe(204);
    expect((await attendee.call('GET', `destinations/${id}`)).status).toBe(404);
  });

  it('cannot be changed while the organisers have switched that off, but be read', async () => {
    const id = await attendee.destination(syslog('kept'));
    await manager.features({ destinations: false });
    for (const [method, path, body] of [
      ['POST', 'destinations', syslog('new')],
      ['PUT', `destinations/${id}`, syslog('renamed')],
      ['PATCH', `destinations/${id}`, { name: 'renamed' }],
      ['DELETE', `destinations/${id}`, undefined],
    ] as const) {
      expect(await attendee.call(method, path, body)).toMatchObject({
        status: 403,
        body: { code: 'feature_disabled', feature: 'destinations' },
      });
    }
    expect((await attendee.call('GET', `destinations/${id}`)).body).toMatchObject({ name: 'kept' });
    await manager.features({});
    await attendee.call('DELETE', `destinations/${id}`);
  });
});

describe('features', () => {
  it('stop generating, with the reason', async () => {
    await manager.features({ log_generation: false });
    expect(await attendee.call('POST', 'generate', { product_id: 'cisco_asa' })).toMatchObject({
      status: 403,
      body: { code: 'feature_disabled', detail: 'The organisers have switched log generation off for this session.' },
    });
    await manager.features({});
  });

  it('show which products are open, and refuse the others', async () => {
    await manager.features({ products: ['sentinelone'], scenarios: ['all'] });
    const { products } = (await attendee.call('GET', 'products')).body as {
      products: { id: string; vendor: { id: string }; allowed: boolean; reason: string | null }[];
    };
    const open = products.filter(({ vendor }) => vendor.id === 'sentinelone');
    expect(open.map(({ id }) => id)).toContain('sentinelone_endpoint');
    expect(products.filter(({ allowed }) => allowed)).toEqual(open);
    expect(products.every(({ allowed, reason }) => allowed === (reason === null))).toBe(true);
    expect((await attendee.call('POST', 'generate', { product_id: 'cisco_asa' })).status).toBe(403);
    const { body } = await attendee.call('POST', 'generate', { scenario_id: 'phishing_to_exfiltration' });
    expect(new Set((body['events'] as { product_id: string }[]).map(({ product_id }) => product_id))).toEqual(
      new Set(['sentinelone_endpoint']),
    );
    await manager.features({});
  });
});

it('generates the same events from the same seed and base time', async () => {
  const ask = { product_id: 'okta_system_log', count: 20, seed: 'demo', base_time: '2026-11-23T09:00:00Z' };
  const [first, second, other] = await Promise.all(
    [ask, ask, { ...ask, seed: 'other' }].map((body) => attendee.call('POST', 'generate', body)),
  );
  expect(first!.body).toEqual(second!.body);
  expect(first!.body['events']).toHaveLength(20);
  expect(first!.body['events']).not.toEqual(other!.body['events']);
});

it('keeps destinations and session through kill -9, and says which sends were interrupted', async () => {
  const receiver = await tcpReceiver();
  await manager.call('PUT', 'session', {
    session_id: 'ada-1f2e3d4c',
    user_id: 'ada',
    revision: 'r9',
    features: { max_events: 1000 },
  });
  const id = await attendee.destination({ ...syslog('survivor'), port: receiver.port, protocol: 'tcp' });
  const send = await attendee.send({ destination_id: id, count: 1000, rate: 200 });
  await waitFor(() => (receiver.messages.length > 60 ? true : undefined));
  await backend.stop('SIGKILL');
  const received = receiver.messages.length;
  await start();

  expect((await attendee.call('GET', `destinations/${id}`)).body).toMatchObject({
    name: 'survivor',
    port: receiver.port,
  });
  expect((await attendee.call('GET', 'session')).body).toMatchObject({
    revision: 'r9',
    features: { max_events: 1000 },
  });
  const after = await attendee.sendState(send.id);
  expect(after.state).toBe('interrupted');
  expect(after.sent).toBeLessThanOrEqual(received);
  expect(after.sent + after.unknown).toBeGreaterThanOrEqual(received);
  const { usage } = (await attendee.call('GET', 'session')).body as { usage: { events_left: number } };
  expect(usage.events_left).toBe(1000 - after.sent - after.unknown);

  await manager.features({});
  await attendee.call('DELETE', `destinations/${id}`);
  await receiver.close();
});

it('ends within a second of SIGTERM, with a send and a listener under way, and records what was sent', async () => {
  const receiver = await tcpReceiver();
  const id = await attendee.destination({ ...syslog('goodbye'), port: receiver.port, protocol: 'tcp' });
  const send = await attendee.send({ destination_id: id, count: 10_000, rate: 100 });
  const events = await fetch(`${backend.url}/api/v1/sends/${send.id}/events`, { headers: { 'X-API-Key': apiKey } });
  await waitFor(() => (receiver.messages.length > 10 ? true : undefined));
  const asked = Date.now();
  expect(await backend.stop('SIGTERM')).toBe(0);
  expect(Date.now() - asked).toBeLessThan(1200);
  await events.body?.cancel().catch(() => undefined);
  await start();
  const after = await attendee.sendState(send.id);
  expect(after).toMatchObject({ state: 'interrupted', unknown: 0 });
  expect(after.sent).toBe(receiver.messages.length);
  await receiver.close();
});

it('says what is wrong with its environment and does not start', async () => {
  await expect(startServer(join(build.folder, 'backend.cjs'), { DATA_DIR: dataDir })).rejects.toThrow(
    'API_KEY is not set',
  );
});
