import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, waitFor } from './support/client';
import { backendEnv, buildPair, newApiKey, startServer, type Running } from './support/pair';
import { tcpReceiver, udpReceiver } from './support/receivers';

const apiKey = newApiKey();
const build = buildPair();
const dataDir = mkdtempSync(join(tmpdir(), 'jarvis-data-'));
let backend: Running;
let client: Client;
let names = 0;

beforeAll(async () => {
  backend = await startServer(join(build.folder, 'backend.cjs'), backendEnv(apiKey, dataDir));
  client = new Client(backend.url, { 'X-API-Key': apiKey });
});
afterEach(() => client.features({}));
afterAll(async () => {
  await backend.stop();
  rmSync(dataDir, { recursive: true });
  build.remove();
});

const syslogTo = (port: number, more: object = {}) =>
  client.destination({ type: 'syslog', name: `syslog ${(names += 1)}`, host: '127.0.0.1', port, ...more });

describe('syslog over UDP', () => {
  it('gives a receiver every event in a datagram of its own', async () => {
    const receiver = await udpReceiver();
    const destination_id = await syslogTo(receiver.port);
    const { id } = await client.send({ destination_id, product_id: 'paloalto_panos', count: 100 });
    expect(await client.ended(id)).toMatchObject({ state: 'completed', sent: 100, failed: 0, error: null });
    await waitFor(() => (receiver.messages.length >= 100 ? true : undefined));
    expect(receiver.messages).toHaveLength(100);
    for (const message of receiver.messages)
      expect(message).toMatch(/^<1[0-5]>[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d fw-edge-01 1,/);
    await receiver.close();
  });

  it('notices that nobody listens', async () => {
    const receiver = await udpReceiver();
    const destination_id = await syslogTo(receiver.port);
    await receiver.close();
    const { id } = await client.send({ destination_id, count: 50 });
    const ended = await client.ended(id);
    expect(ended).toMatchObject({ state: 'failed', sent: 0 });
    expect(ended.error).toContain('nothing listens there');
    expect((await client.call('POST', `destinations/${destination_id}/test`)).body).toMatchObject({ ok: false });
  });
});

describe('syslog over TCP', () => {
  it.each(['newline', 'octet_counting'] as const)('frames events with %s', async (framing) => {
    const receiver = await tcpReceiver({ framing });
    const destination_id = await syslogTo(receiver.port, { protocol: 'tcp', framing });
    const { id } = await client.send({ destination_id, product_id: 'sentinelone_endpoint', count: 500 });
    expect(await client.ended(id)).toMatchObject({ state: 'completed', sent: 500 });
    await waitFor(() => (receiver.messages.length >= 500 ? true : undefined));
    expect(receiver.messages).toHaveLength(500);
    expect(receiver.connections()).toBe(1);
    for (const message of receiver.messages) {
      const [, json = ''] = /^<134>1 \S+ \S+ sentinelone_endpoint - - - (\{.*\})$/.exec(message) ?? [];
      expect(JSON.parse(json)).toHaveProperty(['event.type']);
    }
    await receiver.close();
  });

  it('waits for a slow receiver instead of filling memory', async () => {
    const receiver = await tcpReceiver({
      onConnection: (socket) => {
        socket.pause();
        setTimeout(() => socket.resume(), 1500);
      },
    });
    const destination_id = await syslogTo(receiver.port, { protocol: 'tcp' });
    const { id } = await client.send({ destination_id, product_id: 'sentinelone_endpoint', count: 20_000 });
    await new Promise((resolve) => setTimeout(resolve, 1200));
    const held = await client.sendState(id);
    expect(held.state).toBe('running');
    expect(held.sent).toBeLessThan(20_000);
    expect(await client.ended(id)).toMatchObject({ state: 'completed', sent: 20_000 });
    await waitFor(() => (receiver.messages.length >= 20_000 ? true : undefined));
    expect(receiver.messages).toHaveLength(20_000);
    await receiver.close();
  });

  it('connects again after a reset and loses nothing', async () => {
    const receiver = await tcpReceiver();
    const destination_id = await syslogTo(receiver.port, { protocol: 'tcp' });
    // Each of these events has an id of its own, so that a lost one is missed among those that came twice.
    const { id } = await client.send({ destination_id, product_id: 'sentinelone_endpoint', count: 400, rate: 400 });
    await waitFor(() => (receiver.messages.length > 50 ? true : undefined));
    receiver.reset();
    expect(await client.ended(id)).toMatchObject({ state: 'completed', sent: 400 });
    await waitFor(() => (receiver.connections() >= 2 && new Set(receiver.messages).size >= 400 ? true : undefined));
    await receiver.close();
  });

  it('says that it cannot connect', async () => {
    const receiver = await tcpReceiver();
    const destination_id = await syslogTo(receiver.port, { protocol: 'tcp' });
    await receiver.close();
    const { id } = await client.send({ destination_id, count: 10 });
    expect(await client.ended(id)).toMatchObject({
      state: 'failed',
      sent: 0,
      failed: 10,
      error: 'Syslog over TCP: nothing listens there (connection refused)',
    });
  });
});

const used = async () => ((await client.call('GET', 'session')).body['usage'] as { events_sent: number }).events_sent;

describe('limits', () => {
  it('are never passed by 20 sends at once', async () => {
    const receiver = await tcpReceiver();
    const destination_id = await syslogTo(receiver.port, { protocol: 'tcp' });
    const before = await used();
    await client.features({ max_events: before + 500 });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        client.call('POST', 'sends', { destination_id, product_id: 'cisco_asa', count: 60 }),
      ),
    );
    const accepted = answers.filter(({ status }) => status === 202);
    expect(accepted).toHaveLength(8);
    for (const { status, body } of answers.filter((answer) => !accepted.includes(answer))) {
      expect({ status, code: body['code'], left: body['events_left'] }).toEqual({
        status: 403,
        code: 'event_limit',
        left: 20,
      });
    }
    for (const { body } of accepted)
      expect(await client.ended(String(body['id']))).toMatchObject({ state: 'completed', sent: 60 });
    await waitFor(() => (receiver.messages.length >= 480 ? true : undefined));
    expect(receiver.messages).toHaveLength(480);
    expect((await client.call('GET', 'session')).body['usage']).toEqual({
      events_sent: before + 480,
      events_reserved: 0,
      events_left: 20,
    });
    await receiver.close();
  });

  it('hold the rate over all sends together', async () => {
    const receiver = await tcpReceiver();
    const destination_id = await syslogTo(receiver.port, { protocol: 'tcp' });
    await client.features({ rate_limit: 200 });
    const started = performance.now();
    const sends = await Promise.all(Array.from({ length: 20 }, () => client.send({ destination_id, count: 20 })));
    await Promise.all(sends.map(({ id }) => client.ended(id)));
    const seconds = (performance.now() - started) / 1000;
    await waitFor(() => (receiver.messages.length >= 400 ? true : undefined));
    expect(receiver.messages.length / seconds).toBeLessThan(215);
    expect(seconds).toBeLessThan(6);
    await receiver.close();
  });

  it('take effect on a send that is under way', async () => {
    const receiver = await tcpReceiver();
    const destination_id = await syslogTo(receiver.port, { protocol: 'tcp' });
    const before = await used();
    const limited = await client.send({ destination_id, count: 100_000, rate: 500 });
    await waitFor(() => (receiver.messages.length > 20 ? true : undefined));
    await client.features({ max_events: before + 300 });
    expect(await client.ended(limited.id)).toMatchObject({
      state: 'stopped',
      sent: 300,
      error: expect.stringContaining('event limit') as string,
    });

    await client.features({});
    const switchedOff = await client.send({ destination_id, count: 100_000, rate: 500 });
    await waitFor(async () => ((await client.sendState(switchedOff.id)).sent > 20 ? true : undefined));
    await client.features({ log_generation: false });
    expect(await client.ended(switchedOff.id)).toMatchObject({
      state: 'stopped',
      error: 'The organisers have switched log generation off for this session.',
    });
    await receiver.close();
  });
});

describe('a send under way', () => {
  it('tells its progress as it goes and ends the stream', async () => {
    const receiver = await udpReceiver();
    const destination_id = await syslogTo(receiver.port);
    const { id } = await client.send({ destination_id, count: 300, rate: 300 });
    const answer = await fetch(`${backend.url}/api/v1/sends/${id}/events`, { headers: { 'X-API-Key': apiKey } });
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    const text = await answer.text();
    const states = [...text.matchAll(/^data: (.*)$/gm)].map(
      ([, json]) => JSON.parse(json!) as { state: string; sent: number },
    );
    expect(states.length).toBeGreaterThan(3);
    expect(states.at(-1)).toMatchObject({ state: 'completed', sent: 300 });
    const counts = states.map(({ sent }) => sent);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    await receiver.close();
  });

  it('is cancelled, and what was not sent is not counted', async () => {
    const receiver = await tcpReceiver();
    const destination_id = await syslogTo(receiver.port, { protocol: 'tcp' });
    const { id } = await client.send({ destination_id, count: 10_000, rate: 100 });
    await waitFor(() => (receiver.messages.length > 5 ? true : undefined));
    await client.call('POST', `sends/${id}/cancel`);
    const ended = await client.ended(id);
    expect(ended).toMatchObject({ state: 'cancelled', failed: 0 });
    await waitFor(() => (receiver.messages.length >= ended.sent ? true : undefined));
    expect(receiver.messages).toHaveLength(ended.sent);
    expect((await client.call('POST', `sends/${id}/cancel`)).status).toBe(409);
    await receiver.close();
  });

  it('ends when its destination is deleted', async () => {
    const receiver = await tcpReceiver();
    const destination_id = await syslogTo(receiver.port, { protocol: 'tcp' });
    const { id } = await client.send({ destination_id, count: 10_000, rate: 100 });
    expect((await client.call('DELETE', `destinations/${destination_id}`)).status).toBe(204);
    expect(await client.ended(id)).toMatchObject({ state: 'cancelled', error: 'The destination was deleted.' });
    await receiver.close();
  });
});
