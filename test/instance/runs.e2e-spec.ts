import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client, waitFor, type SendView } from './support/client';
import { backendEnv, buildPair, newApiKey, startServer, type Running } from './support/pair';
import { tcpReceiver, type TcpReceiver } from './support/receivers';

const apiKey = newApiKey();
const build = buildPair();
const folder = mkdtempSync(join(tmpdir(), 'jarvis-runs-'));
const content = join(folder, 'content');
let backend: Running;
let client: Client;
let receiver: TcpReceiver;
let destination_id: string;

const start = async (): Promise<void> => {
  backend = await startServer(join(build.folder, 'backend.cjs'), {
    ...backendEnv(apiKey, join(folder, 'data')),
    EVENT_GENERATORS_DIR: join(content, 'event_generators'),
    PARSERS_DIR: join(content, 'parsers'),
  });
  client = new Client(backend.url, { 'X-API-Key': apiKey });
};

beforeAll(async () => {
  cpSync(resolve(__dirname, '../../Backend'), content, { recursive: true });
  await start();
  receiver = await tcpReceiver();
  destination_id = await client.destination({
    type: 'syslog',
    name: 'receiver',
    host: '127.0.0.1',
    port: receiver.port,
    protocol: 'tcp',
  });
});
beforeEach(() => void receiver.messages.splice(0));
afterEach(() => client.features({}));
afterAll(async () => {
  await backend.stop('SIGKILL');
  await receiver.close();
  rmSync(folder, { recursive: true });
  build.remove();
});

interface Tally {
  readonly phase: string | null;
  readonly product_id: string;
  readonly events: number;
  readonly malicious: boolean;
  readonly first_at: string;
  readonly last_at: string;
}

interface Result {
  readonly events: number;
  readonly malicious: number;
  readonly mitre: readonly string[];
  readonly tallies: readonly Tally[];
  readonly listed: number;
  readonly first_at: string;
  readonly last_at: string;
}

interface LogPage {
  readonly events: readonly {
    index: number;
    time: string;
    raw: string;
    phase?: string;
    malicious: boolean;
    product_id: string;
  }[];
  readonly next: number | null;
  readonly listed: number;
}

const asked = (body: object): Promise<SendView> => client.send({ product_id: undefined, destination_id, ...body });
const read = async (path: string): Promise<unknown> => {
  const { status, body } = await client.call('GET', path);
  if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
  return body;
};
const resultOf = async (id: string): Promise<Result> => (await read(`sends/${id}/result`)) as Result;
const logOf = async (id: string, query = ''): Promise<LogPage> => (await read(`sends/${id}/log?${query}`)) as LogPage;
const arrived = (count: number) => waitFor(() => (receiver.messages.length >= count ? true : undefined));
const sum = (tallies: readonly Tally[]): number => tallies.reduce((total, { events }) => total + events, 0);

describe('a send without a count', () => {
  it('goes on until it is stopped, and accounts for all of it', async () => {
    const { id, total } = await asked({ product_id: 'cisco_asa', continuous: true, rate: 200 });
    expect(total).toBeNull();
    await arrived(60);
    await client.call('POST', `sends/${id}/cancel`);
    const ended = await client.ended(id);
    expect(ended).toMatchObject({ state: 'cancelled', total: null, failed: 0, acknowledged: null });
    await arrived(ended.sent);
    expect(receiver.messages).toHaveLength(ended.sent);
    expect(await resultOf(id)).toMatchObject({ events: ended.sent, listed: ended.sent });
  });

  it('ends by itself when its time is over, paused time left out', async () => {
    const { id } = await asked({ product_id: 'cisco_asa', duration_s: 2, rate: 50 });
    await arrived(20);
    await client.call('POST', `sends/${id}/pause`);
    await new Promise((done) => setTimeout(done, 1500));
    const before = receiver.messages.length;
    await client.call('POST', `sends/${id}/resume`);
    const ended = await client.ended(id);
    expect(ended).toMatchObject({ state: 'completed', total: null, error: null });
    expect(ended.sent).toBeGreaterThan(before + 20);
    expect(ended.sent).toBeGreaterThanOrEqual(85);
    expect(ended.sent).toBeLessThanOrEqual(110);
  });

  it('ends in time although its next event would be far away', async () => {
    const { id } = await asked({ product_id: 'cisco_asa', duration_s: 1, rate: 0.1 });
    expect(await client.ended(id, 3000)).toMatchObject({ state: 'completed', sent: 1 });
  });

  it('never passes the limit, ten at once, nor takes what another has reserved', async () => {
    const { events_sent: before } = (await client.call('GET', 'session')).body['usage'] as { events_sent: number };
    await client.features({ max_events: before + 700 });
    const counted = await asked({ product_id: 'cisco_asa', count: 200, rate: 100 });
    const sends = await Promise.all(
      Array.from({ length: 10 }, () => asked({ product_id: 'cisco_asa', continuous: true, rate: 200 })),
    );
    const ended = await Promise.all(sends.map(({ id }) => client.ended(id)));
    expect(ended.reduce((total, { sent }) => total + sent, 0)).toBe(500);
    for (const { state, error } of ended)
      expect({ state, error }).toEqual({
        state: 'stopped',
        error: 'All events that this session may send are used up.',
      });
    expect(await client.ended(counted.id)).toMatchObject({ state: 'completed', sent: 200 });
    await arrived(700);
    expect(receiver.messages).toHaveLength(700);
    const refused = await client.call('POST', 'sends', { destination_id, product_id: 'cisco_asa', continuous: true });
    expect(refused).toMatchObject({ status: 403, body: { code: 'event_limit' } });
  });
});

describe('a scenario on its timeline', () => {
  it('is back-dated with noise between its events, and tells what was sent', async () => {
    const ends_at = '2026-11-20T12:00:00.000Z';
    const { id, total } = await asked({
      scenario_id: 'phishing_to_ransomware',
      pace: 'backdated',
      ends_at,
      noise: { per_event: 2 },
      seed: 'told',
    });
    const story = 53;
    expect(total).toBe(story * 3);
    expect(await client.ended(id)).toMatchObject({ state: 'completed', sent: story * 3 });
    const result = await resultOf(id);
    expect(result).toMatchObject({ events: story * 3, listed: story * 3 });
    expect(result.mitre).toContain('T1486');
    const told = result.tallies.filter(({ phase }) => phase !== null);
    expect([...new Set(told.map(({ phase }) => phase))]).toEqual([
      'delivery',
      'execution',
      'credentials',
      'lateral_movement',
      'impact',
      'response',
    ]);
    expect([sum(told), sum(result.tallies) - sum(told)]).toEqual([story, story * 2]);
    expect(result.tallies.filter(({ phase, malicious }) => phase === null && malicious)).toEqual([]);
    const length = 15 + 5 + 5 + 15 + 10 + 30 + 20 + 30 + 20 + 10 + 15;
    expect(Date.parse(result.last_at)).toBeLessThanOrEqual(Date.parse(ends_at));
    expect(Date.parse(ends_at) - Date.parse(result.first_at)).toBeLessThanOrEqual(length * 60_000);
    expect(Date.parse(ends_at) - Date.parse(result.first_at)).toBeGreaterThan((length - 15) * 60_000);

    await arrived(story * 3);
    const listed: LogPage['events'][number][] = [];
    for (let from: number | null = 0; from !== null;) {
      const page: LogPage = await logOf(id, `from=${from}&limit=50`);
      listed.push(...page.events);
      from = page.next;
    }
    expect(listed.map(({ index }) => index)).toEqual(Array.from({ length: story * 3 }, (_, index) => index));
    listed.forEach(({ raw }, index) => expect(receiver.messages[index]).toContain(raw));
    expect(listed.map(({ time }) => time)).toEqual(listed.map(({ time }) => time).toSorted());
    const attack = await logOf(id, 'only=story&limit=200');
    expect(attack.events).toHaveLength(story);
    expect(attack.next).toBeNull();
    expect((await logOf(id, 'only=malicious&limit=200')).events).toHaveLength(result.malicious);
  });

  it('keeps its proportions when it is compressed, and stands still while it is paused', async () => {
    const began = Date.now();
    const { id } = await asked({ scenario_id: 'phishing_to_exfiltration', pace: 'compressed', lasts_s: 3 });
    await waitFor(async () => ((await client.sendState(id)).sent >= 5 ? true : undefined));
    const paused = await client.call('POST', `sends/${id}/pause`);
    expect(paused.body).toMatchObject({ state: 'paused' });
    await new Promise((done) => setTimeout(done, 300));
    const before = (await client.sendState(id)).sent;
    await new Promise((done) => setTimeout(done, 1200));
    expect((await client.sendState(id)).sent).toBe(before);
    expect((await client.call('POST', `sends/${id}/pause`)).status).toBe(409);
    expect((await client.call('POST', `sends/${id}/resume`)).body).toMatchObject({ state: 'running' });
    expect((await client.call('POST', `sends/${id}/resume`)).body).toMatchObject({ code: 'wrong_state' });
    expect(await client.ended(id)).toMatchObject({ state: 'completed', sent: 35 });
    const took = Date.now() - began;
    expect(took).toBeGreaterThan(3500);
    expect(took).toBeLessThan(8000);
    const { first_at, last_at } = await resultOf(id);
    expect(Date.parse(last_at) - Date.parse(first_at)).toBeGreaterThan(3500);
  });

  it('says when the next event is due in real time, and is stopped while it waits', async () => {
    const { id } = await asked({ scenario_id: 'phishing_to_exfiltration', pace: 'real' });
    const { next_at } = await waitFor(async () => {
      const send = await client.sendState(id);
      return send.next_at === null ? undefined : send;
    });
    const wait = Date.parse(String(next_at)) - Date.now();
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThan(10 * 60_000);
    await client.call('POST', `sends/${id}/cancel`);
    expect(await client.ended(id, 1000)).toMatchObject({ state: 'cancelled' });
  });

  it('previews its timeline', async () => {
    const { body } = await client.call('POST', 'generate', {
      scenario_id: 'phishing_to_exfiltration',
      timeline: true,
      noise: { per_event: 1 },
      base_time: '2026-11-20T12:00:00Z',
    });
    const events = body['events'] as { time: string; phase?: string }[];
    expect(events).toHaveLength(70);
    expect(events.filter(({ phase }) => phase === undefined)).toHaveLength(35);
    expect(Date.parse(events.at(-1)!.time) - Date.parse(events[0]!.time)).toBeGreaterThan(60 * 60_000);
  });

  it('runs every scenario, with noise, and every event arrives as it is listed', async () => {
    const { scenarios } = (await client.call('GET', 'scenarios')).body as unknown as { scenarios: { id: string }[] };
    expect(scenarios.length).toBeGreaterThanOrEqual(8);
    for (const { id: scenario_id } of scenarios) {
      receiver.messages.splice(0);
      const { id } = await asked({ scenario_id, pace: 'backdated', noise: { per_event: 0.5 } });
      const ended = await client.ended(id);
      expect({ scenario_id, ...ended }).toMatchObject({ state: 'completed', sent: ended.total, failed: 0 });
      await arrived(ended.sent);
      const { events } = await logOf(id, 'limit=200');
      expect(events).toHaveLength(ended.sent);
      events.forEach(({ raw }, index) => expect(receiver.messages[index]).toContain(raw));
    }
  }, 60_000);
});

it('sends events of every product', async () => {
  const { products } = (await client.call('GET', 'products')).body as unknown as { products: { id: string }[] };
  expect(products.length).toBeGreaterThanOrEqual(60);
  const sends = [];
  for (const { id: product_id } of products) {
    const { id } = await asked({ product_id, count: 25 });
    sends.push(await client.ended(id));
  }
  expect(sends.filter(({ state, sent }) => state !== 'completed' || sent !== 25)).toEqual([]);
  await arrived(products.length * 25);
  expect(receiver.messages).toHaveLength(products.length * 25);
}, 60_000);

describe('what was sent', () => {
  it('is still told after kill -9, also of a send that was paused', async () => {
    const done = await asked({ product_id: 'okta_system_log', count: 30, seed: 'kept' });
    await client.ended(done.id);
    const paused = await asked({ product_id: 'cisco_asa', count: 10_000, rate: 200 });
    await arrived(60);
    await client.call('POST', `sends/${paused.id}/pause`);
    const before = (await logOf(done.id)).events;
    await backend.stop('SIGKILL');
    await start();
    expect((await logOf(done.id)).events).toEqual(before);
    const interrupted = await client.sendState(paused.id);
    expect(interrupted).toMatchObject({ state: 'interrupted' });
    const { events } = await resultOf(paused.id);
    expect(events).toBeLessThanOrEqual(interrupted.sent + interrupted.unknown);
    expect(events).toBeGreaterThan(0);
  });

  it('cannot be listed when the content has changed, and says so', async () => {
    const { id } = await asked({ product_id: 'duo_authentication', count: 30 });
    await client.ended(id);
    const path = join(content, 'event_generators/products/duo_authentication.json');
    const original = readFileSync(path, 'utf8');
    const file = JSON.parse(original) as { fields: object };
    writeFileSync(path, JSON.stringify({ ...file, fields: { ...file.fields, added: 'later' } }));
    await client.call('POST', 'products/reload');
    expect(await client.call('GET', `sends/${id}/log`)).toMatchObject({
      status: 409,
      body: { code: 'content_changed' },
    });
    expect((await client.call('GET', `sends/${id}/export?format=raw`)).status).toBe(409);
    expect(await resultOf(id)).toMatchObject({ events: 30 });
    rmSync(path);
    expect((await client.call('GET', `sends/${id}/log`)).status).toBe(409);
    writeFileSync(path, original);
    await client.call('POST', 'products/reload');
    expect((await client.call('GET', `sends/${id}/log`)).status).toBe(200);
  });
});

it.each([
  [{ product_id: 'cisco_asa' }, 'count'],
  [{ product_id: 'cisco_asa', count: 1, continuous: true }, 'count'],
  [{ product_id: 'cisco_asa', count: 1, duration_s: 3 }, 'count'],
  [{ product_id: 'cisco_asa', duration_s: 0 }, 'duration_s'],
  [{ product_id: 'cisco_asa', count: 1, pace: 'real' }, 'pace'],
  [{ product_id: 'cisco_asa', count: 1, noise: { per_event: 1 } }, 'noise'],
  [{ scenario_id: 'mfa_fatigue', continuous: true }, 'continuous'],
  [{ scenario_id: 'mfa_fatigue', duration_s: 10 }, 'duration_s'],
  [{ scenario_id: 'mfa_fatigue', pace: 'compressed' }, 'lasts_s'],
  [{ scenario_id: 'mfa_fatigue', pace: 'real', lasts_s: 10 }, 'lasts_s'],
  [{ scenario_id: 'mfa_fatigue', pace: 'real', ends_at: '2026-11-20T12:00:00Z' }, 'ends_at'],
  [{ scenario_id: 'mfa_fatigue', pace: 'real', base_time: '2026-11-20T12:00:00Z' }, 'base_time'],
  [{ scenario_id: 'mfa_fatigue', noise: { per_event: 0 } }, 'noise.per_event'],
  [{ scenario_id: 'mfa_fatigue', count: 900_000, noise: { per_event: 5 } }, 'noise.per_event'],
])('refuses %j, naming %s', async (body, field) => {
  const { status, body: problem } = await client.call('POST', 'sends', { destination_id, ...body });
  expect({ status, field: (problem['errors'] as { field: string }[])[0]?.field }).toEqual({ status: 400, field });
});

it('makes no noise of a product that is not open', async () => {
  await client.features({ products: ['okta', 'duo'] });
  const noise = { per_event: 1, product_ids: ['cisco_asa'] };
  const { status, body } = await client.call('POST', 'sends', { destination_id, scenario_id: 'mfa_fatigue', noise });
  expect({ status, feature: body['feature'] }).toEqual({ status: 403, feature: 'products' });
  const { id } = await asked({ scenario_id: 'mfa_fatigue', noise: { per_event: 1 }, pace: 'backdated' });
  await client.ended(id);
  const { tallies } = await resultOf(id);
  expect(tallies.map(({ product_id }) => product_id).filter((product) => !/^(okta|duo)/.test(product))).toEqual([]);
});
