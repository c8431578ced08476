import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authority } from './support/certificates';
import { Client, waitFor } from './support/client';
import { hecServer, type HecOptions, type HecServer } from './support/hec-server';
import { backendEnv, buildPair, newApiKey, startServer, type Running } from './support/pair';

const apiKey = newApiKey();
const build = buildPair();
const folder = mkdtempSync(join(tmpdir(), 'jarvis-hec-'));
const TOKEN = 'a1b2c3d4-secret-token';
const opened: HecServer[] = [];
let backend: Running;
let client: Client;

beforeAll(async () => {
  backend = await startServer(join(build.folder, 'backend.cjs'), backendEnv(apiKey, join(folder, 'data')));
  client = new Client(backend.url, { 'X-API-Key': apiKey });
});
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});
afterAll(async () => {
  await backend.stop('SIGKILL');
  rmSync(folder, { recursive: true });
  build.remove();
});

const collector = async (options: Partial<HecOptions> = {}): Promise<HecServer> => {
  const server = await hecServer({ token: TOKEN, ...options });
  opened.push(server);
  return server;
};
let names = 0;
const to = ({ port }: HecServer, more: object = {}): Promise<string> => {
  names += 1;
  return client.destination({
    type: 'hec',
    name: `hec ${names}`,
    url: `http://127.0.0.1:${port}`,
    token: TOKEN,
    ...more,
  });
};
const send = async (destination_id: string, more: object = {}) => {
  const { id } = await client.send({ destination_id, product_id: 'okta_system_log', count: 450, ...more });
  return await client.ended(id);
};

it('posts compressed batches that a collector acknowledges', async () => {
  const server = await collector({ indexes: ['summit'] });
  const ended = await send(await to(server, { index: 'summit' }));
  expect(ended).toMatchObject({ state: 'completed', sent: 450, acknowledged: 450, failed: 0 });
  expect(server.events).toHaveLength(450);
  expect(server.posts.length).toBeLessThan(20);
  expect(new Set(server.posts.map(({ encoding }) => encoding))).toEqual(new Set(['gzip']));
  const plain = Buffer.byteLength(server.events.map((event) => JSON.stringify(event)).join('\n'));
  expect(server.posts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(plain / 2);
  expect(server.events[0]).toMatchObject({
    index: 'summit',
    sourcetype: 'OktaIM2:log',
    event: { eventType: expect.any(String) as string },
  });
});

it('sends as it is when it is told to, and when the collector takes no compressed bodies', async () => {
  const plain = await collector();
  expect(await send(await to(plain, { gzip: false }))).toMatchObject({ state: 'completed', sent: 450 });
  expect(plain.posts.some(({ encoding }) => encoding)).toBe(false);
  const simple = await collector({ gzip: false });
  expect(await send(await to(simple))).toMatchObject({ state: 'completed', sent: 450, failed: 0 });
  expect(simple.events).toHaveLength(450);
  expect(simple.posts.filter(({ encoding }) => encoding)).toHaveLength(1);
});

it('keeps bodies small', async () => {
  const server = await collector({ bodyMax: 600 * 1024 });
  const ended = await send(await to(server, { gzip: false }), { product_id: 'aws_guardduty', count: 1000 });
  expect(ended).toMatchObject({ state: 'completed', sent: 1000, failed: 0 });
  for (const { bytes } of server.posts) expect(bytes).toBeLessThanOrEqual(512 * 1024);
});

it('tries again when the collector is busy or breaks off, and counts each event once', async () => {
  const server = await collector();
  server.tricks.push({ status: 503 }, { status: 429 }, { status: 500, body: '<html>no JSON</html>' });
  const ended = await send(await to(server), { count: 200 });
  expect(ended).toMatchObject({ state: 'failed', sent: 0, failed: 200 });
  const patient = await to(server);
  const { id } = await client.send({ destination_id: patient, product_id: 'okta_system_log', count: 900, rate: 900 });
  await waitFor(() => (server.events.length > 100 ? true : undefined));
  server.tricks.push({ status: 503 }, { breaks: true }, { status: 429 });
  const outcome = await client.ended(id);
  expect(outcome).toMatchObject({ state: 'completed', sent: 900, acknowledged: 900, failed: 0, error: null });
  expect(server.events).toHaveLength(900);
});

it('leaves the collector alone for as long as it asks', async () => {
  const server = await collector();
  server.tricks.push({ status: 503, headers: { 'Retry-After': '2' } });
  expect(await send(await to(server), { count: 20 })).toMatchObject({ state: 'completed', sent: 20 });
  const [refused, taken] = server.posts;
  expect(taken!.at - refused!.at).toBeGreaterThanOrEqual(1900);
});

it.each([
  {
    what: 'a wrong token',
    more: { token: 'wrong' },
    says: 'The collector answered 403: Invalid token. Check the token of this destination.',
  },
  {
    what: 'a wrong index',
    more: { index: 'secret' },
    says: 'The collector answered 400: Incorrect index. Check the index of this destination: the token may not write to it.',
  },
  {
    what: 'a wrong path',
    more: {},
    path: '/splunk',
    says: 'The collector answered 404: The requested URL was not found on this server.',
  },
])('tells $what at once, gives the rest back, and never shows the token', async ({ more, path = '', says }) => {
  const server = await collector({ indexes: ['main'] });
  const id = await to(server, { url: `http://127.0.0.1:${server.port}${path}`, ...more });
  const ended = await send(id, { count: 1000 });
  expect(ended).toMatchObject({ state: 'failed', sent: 0, acknowledged: 0, error: says });
  const tested = await client.call('POST', `destinations/${id}/test`);
  expect(tested.body).toMatchObject({ ok: false, message: says });
  const told = JSON.stringify([ended, tested.body, (await client.call('GET', `destinations/${id}`)).body]);
  expect(told + backend.output()).not.toContain(TOKEN);
});

it('follows no redirect, whose target would get the token', async () => {
  const [server, target] = [await collector(), await collector()];
  server.tricks.push({
    status: 307,
    headers: { Location: `http://127.0.0.1:${target.port}/services/collector/event` },
  });
  const ended = await send(await to(server), { count: 10 });
  expect(ended).toMatchObject({ state: 'failed', sent: 0, failed: 10 });
  expect(ended.error).toMatch(/answered 307: it sends elsewhere, and redirects are not followed/);
  expect(target.posts).toEqual([]);
});

describe('over TLS', () => {
  const trusted = authority(folder);
  const tls = trusted.sign('collector', 'IP:127.0.0.1');

  it.each([
    { what: 'with a private authority', more: { ca: trusted.ca }, ok: true },
    { what: 'unverified', more: { verify_tls: false }, ok: true },
    { what: 'without its authority', more: {}, ok: false },
  ])('$what: sent is $ok', async ({ more, ok }) => {
    const server = await collector({ tls });
    const ended = await send(await to(server, { url: `https://127.0.0.1:${server.port}`, ...more }));
    if (ok) expect(ended).toMatchObject({ state: 'completed', sent: 450 });
    else {
      expect(ended).toMatchObject({ state: 'failed', sent: 0 });
      expect(ended.error).toMatch(/not signed by an authority that this instance trusts/);
      expect(server.posts).toEqual([]);
    }
  });
});

describe('with indexer acknowledgement', () => {
  it('counts events when they are acknowledged', async () => {
    let release = (): void => undefined;
    const hold = new Promise<void>((resolve) => (release = resolve));
    const server = await collector({ acks: { hold } });
    const { id } = await client.send({ destination_id: await to(server, { ack: true }), count: 450 });
    await waitFor(async () => ((await client.sendState(id)).sent === 450 ? true : undefined));
    expect(await client.sendState(id)).toMatchObject({ state: 'running', acknowledged: 0 });
    release();
    expect(await client.ended(id)).toMatchObject({ state: 'completed', sent: 450, acknowledged: 450, failed: 0 });
  });

  it('does not count what is never acknowledged', async () => {
    const server = await collector({ acks: { hold: new Promise(() => undefined) } });
    const { id } = await client.send({ destination_id: await to(server, { ack: true }), count: 200 });
    const ended = await client.ended(id, 45_000);
    expect(ended).toMatchObject({ state: 'failed', sent: 0, acknowledged: 0, failed: 200 });
    expect(ended.error).toBe('The collector did not acknowledge 200 events within 30 seconds');
  }, 60_000);

  it('asks again where the collector is too busy to say, or breaks the connection', async () => {
    const server = await collector({ acks: {} });
    server.ackTricks.push({ status: 503 }, { breaks: true }, { status: 429 });
    const ended = await send(await to(server, { ack: true }), { count: 450 });
    expect(ended).toMatchObject({ state: 'completed', sent: 450, acknowledged: 450, error: null });
    expect(server.ackTricks).toEqual([]);
  });

  it('does not ask again where the collector refuses to say', async () => {
    const server = await collector({ acks: {} });
    server.ackTricks.push({ status: 403, body: '{"text":"Invalid token","code":4}' });
    const ended = await send(await to(server, { ack: true }), { count: 10 });
    expect(ended).toMatchObject({ state: 'failed', sent: 0, failed: 10 });
    expect(ended.error).toBe('The collector answered 403: Invalid token. Check the token of this destination.');
  });

  it('says that the collector has it switched off', async () => {
    const ended = await send(await to(await collector(), { ack: true }), { count: 10 });
    expect(ended).toMatchObject({ state: 'failed', sent: 0, failed: 10 });
    expect(ended.error).toMatch(/indexer acknowledgement is off there/);
  });
});
