import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from './support/client';
import { hecServer } from './support/hec-server';
import { nameServer } from './support/name-server';
import { backendEnv, buildPair, newApiKey, startServer, type Running } from './support/pair';
import { tcpReceiver, udpReceiver } from './support/receivers';

const CLOSED = 'The organisers have closed the network of instances: events may go';
const apiKey = newApiKey();
const build = buildPair();
const folder = mkdtempSync(join(tmpdir(), 'jarvis-egress-'));
let backend: Running | undefined;
let client: Client;

/** The backend over the same volume, with other rules. */
const start = async (variables: Record<string, string>, by: readonly string[] = []): Promise<void> => {
  await backend?.stop();
  const env = { ...backendEnv(apiKey, join(folder, 'data')), ...variables };
  backend = await startServer(join(build.folder, 'backend.cjs'), env, by);
  client = new Client(backend.url, { 'X-API-Key': apiKey });
};
afterAll(async () => {
  await backend?.stop('SIGKILL');
  rmSync(folder, { recursive: true });
  build.remove();
});

let names = 0;
const body = (where: object): object => ({ name: `destination ${(names += 1)}`, ...where });
const syslog = (host: string, protocol = 'tcp', port = 5514): object => body({ type: 'syslog', host, port, protocol });
const hec = (url: string): object => body({ type: 'hec', url, token: 't' });
const save = async (destination: object) => {
  const { status, body: answer } = await client.call('POST', 'destinations', destination);
  return status === 201 ? 'kept' : String(answer['detail']);
};
const list = async () => (await client.call('GET', 'destinations')).body as Record<string, any>; // eslint-disable-line

interface Rule {
  readonly variables: Record<string, string>;
  readonly words: string;
  readonly closed: object[];
  readonly free: object[];
}

describe.each<Rule>([
  {
    variables: { EGRESS: 'internet' },
    words: `${CLOSED} to public addresses only.`,
    closed: [
      syslog('192.168.1.20'),
      syslog('::ffff:10.0.0.7', 'udp'),
      syslog('fd00::9', 'tls'),
      hec('https://10.0.0.7'),
    ],
    free: [syslog('203.0.113.7'), hec('https://[2606:4700::1]:8088'), syslog('siem.example.org')],
  },
  {
    variables: { EGRESS: 'list', EGRESS_LIST: '192.168.1.0/24, 203.0.113.7/32' },
    words: `${CLOSED} to these networks only: 192.168.1.0/24, 203.0.113.7/32.`,
    closed: [syslog('203.0.113.8'), syslog('192.168.2.1', 'udp'), hec('http://[2606:4700::1]:8088')],
    free: [syslog('203.0.113.7'), syslog('::ffff:192.168.1.20'), hec('https://splunk.example.org')],
  },
  {
    variables: { EGRESS: 'none' },
    words: `${CLOSED} nowhere.`,
    closed: [syslog('203.0.113.7'), syslog('siem.example.org'), hec('https://splunk.example.org'), syslog('127.0.0.1')],
    free: [],
  },
])('with $variables', ({ variables, words, closed, free }) => {
  beforeAll(() => start({ ...variables, DESTINATIONS_ALLOW: 'all' }));

  it('tells the rule', async () => {
    const { egress } = await list();
    expect(egress).toMatchObject({ mode: variables['EGRESS'], message: words });
  });

  it('refuses to keep a destination that is closed, whatever is allowed besides, and keeps the others', async () => {
    for (const destination of closed)
      expect(await save(destination)).toMatch(new RegExp(` is out of reach\\. ${words}$`));
    for (const destination of free) expect(await save(destination)).toBe('kept');
  });
});

it('says of what was kept before why nothing is sent there any more, and lets it be changed and deleted', async () => {
  await start({});
  const inside = await client.destination(syslog('10.0.0.7'));
  const named = await client.destination(syslog('siem.example.org'));
  const refusedNow = async (): Promise<unknown[]> => {
    const { destinations } = await list();
    return [inside, named].map((id) => destinations.find((kept: { id: string }) => kept.id === id)?.refused);
  };
  expect(await refusedNow()).toEqual([null, null]);
  expect((await list()).egress).toEqual({ mode: 'open', networks: [], message: null });
  await start({ EGRESS: 'internet' });
  const reason = `10.0.0.7 is out of reach. ${CLOSED} to public addresses only.`;
  expect(await refusedNow()).toEqual([reason, null]);
  expect((await client.call('POST', `destinations/${inside}/test`)).body).toMatchObject({
    ok: false,
    message: `Syslog over TCP: ${reason}`,
  });
  const { id: send } = await client.send({ destination_id: inside, count: 10 });
  expect(await client.ended(send, 3000)).toMatchObject({
    state: 'failed',
    sent: 0,
    error: expect.stringContaining(reason),
  });
  expect((await client.call('PATCH', `destinations/${inside}`, { port: 514 })).status).toBe(400);
  expect((await client.call('PATCH', `destinations/${inside}`, { host: '203.0.113.7' })).body).toMatchObject({
    refused: null,
  });
  await start({ EGRESS: 'none' });
  expect(await refusedNow()).toEqual([expect.stringContaining('nowhere'), expect.stringContaining('nowhere')]);
  expect((await client.call('DELETE', `destinations/${named}`)).status).toBe(204);
});

describe('a name that means a closed address', () => {
  beforeAll(() => start({ EGRESS: 'internet', DESTINATIONS_ALLOW: 'all' }));

  it.each(['tcp', 'tls', 'udp'])('gets nothing over %s', async (protocol) => {
    const receiver = protocol === 'udp' ? await udpReceiver() : await tcpReceiver();
    const id = await client.destination(syslog('localhost', protocol, receiver.port));
    const { body: tested } = await client.call('POST', `destinations/${id}/test`);
    expect(tested).toMatchObject({ ok: false });
    expect(tested['message']).toMatch(/localhost is (127\.0\.0\.1|::1), and that is out of reach\. The organisers/);
    const { id: send } = await client.send({ destination_id: id, count: 10 });
    expect(await client.ended(send, 3000)).toMatchObject({ state: 'failed', sent: 0 });
    expect(receiver.messages).toEqual([]);
    await receiver.close();
  });

  it('gets nothing over HEC, not even the token', async () => {
    const server = await hecServer({ token: 't' });
    const id = await client.destination(hec(`http://localhost:${server.port}`));
    expect((await client.call('POST', `destinations/${id}/test`)).body).toMatchObject({ ok: false });
    expect(server.posts).toEqual([]);
    await server.close();
  });
});

it('asks at each connection what a name means, and goes to the very address that it has judged', async () => {
  const resolver = await nameServer();
  const [listed, other] = [await tcpReceiver(), await udpReceiver()];
  let reached = 0;
  const closed = createServer((socket) => {
    reached += 1;
    socket.destroy();
  }).listen(listed.port, '127.0.0.2');
  await once(closed, 'listening');
  try {
    const variables = { EGRESS: 'list', EGRESS_LIST: '127.0.0.1/32', DESTINATIONS_ALLOW: '127.0.0.0/8' };
    await start(variables, resolver.by);
    const overTcp = await client.destination(syslog('siem.example.org', 'tcp', listed.port));
    const overUdp = await client.destination(syslog('siem.example.org', 'udp', other.port));
    const sendTo = async (id: string) => client.ended((await client.send({ destination_id: id, count: 10 })).id, 5000);
    resolver.answers = ['127.0.0.1'];
    expect(await sendTo(overTcp)).toMatchObject({ state: 'completed', sent: 10 });
    expect(await sendTo(overUdp)).toMatchObject({ state: 'completed', sent: 10 });
    const received = [listed.messages.length, other.messages.length];
    expect(received).toEqual([10, 10]);
    const asked = resolver.asked;
    expect(asked).toBe(2);

    resolver.answers = ['127.0.0.2'];
    for (const id of [overTcp, overUdp]) {
      const { state, sent, error } = await sendTo(id);
      expect([state, sent]).toEqual(['failed', 0]);
      expect(error).toContain('siem.example.org is 127.0.0.2, and that is out of reach.');
    }
    expect(resolver.asked).toBe(asked + 2);
    expect([listed.messages.length, other.messages.length]).toEqual(received);

    resolver.answers = ['127.0.0.2', '127.0.0.1', '127.0.0.3'];
    for (const id of [overTcp, overUdp]) expect(await sendTo(id)).toMatchObject({ state: 'completed', sent: 10 });
    expect([listed.messages.length, other.messages.length]).toEqual([20, 20]);
    expect(reached).toBe(0);
  } finally {
    await backend?.stop('SIGKILL');
    closed.close();
    await Promise.all([listed.close(), other.close(), resolver.close()]);
  }
});

it.each([
  [{ EGRESS: 'some' }, /EGRESS is "some"/],
  [{ EGRESS: 'list', EGRESS_LIST: '10.0.0.0/40' }, /EGRESS_LIST is "10\.0\.0\.0\/40"/],
])('does not start with %j', async (variables, words) => {
  await expect(start(variables as Record<string, string>)).rejects.toThrow(words);
});
