import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from './support/client';
import { hecServer } from './support/hec-server';
import { backendEnv, buildPair, newApiKey, startServer, type Running } from './support/pair';
import { tcpReceiver, udpReceiver } from './support/receivers';

const apiKey = newApiKey();
const build = buildPair();
const folder = mkdtempSync(join(tmpdir(), 'jarvis-guard-'));
let backend: Running;
let client: Client;

const start = async (variables: Record<string, string>): Promise<void> => {
  const { DESTINATIONS_ALLOW: _allow, ...env } = backendEnv(apiKey, join(folder, 'data'));
  backend = await startServer(join(build.folder, 'backend.cjs'), { ...env, ...variables });
  client = new Client(backend.url, { 'X-API-Key': apiKey });
};
beforeAll(() => start({}));
afterAll(async () => {
  await backend.stop('SIGKILL');
  rmSync(folder, { recursive: true });
  build.remove();
});

let names = 0;
const body = (where: object): object => ({ name: `destination ${(names += 1)}`, ...where });
const syslog = (host: string, protocol = 'tcp', port = 5514): object => body({ type: 'syslog', host, port, protocol });
const hec = (url: string): object => body({ type: 'hec', url, token: 't' });

it.each([
  ['host', syslog('127.0.0.1')],
  ['host', syslog('::1', 'udp')],
  ['host', syslog('::ffff:169.254.169.254')],
  ['host', syslog('0.0.0.0', 'tls')],
  ['url', hec('http://169.254.169.254/latest/meta-data')],
  ['url', hec('http://[::ffff:7f00:1]:8088')],
  ['url', hec('http://2130706433:8000')],
  ['url', hec('http://0x7f.1/')],
  ['url', hec('https://100.100.100.200')],
])('refuses to keep a destination by its %s: %j', async (field, destination) => {
  const { status, body: problem } = await client.call('POST', 'destinations', destination);
  expect({ status, errors: problem['errors'] }).toMatchObject({ status: 400, errors: [{ field }] });
  expect(problem['detail']).toMatch(/is an address of the platform or of its cloud.*DESTINATIONS_ALLOW/);
});

it('refuses it also as a change of one that is kept', async () => {
  const id = await client.destination(syslog('10.0.0.7'));
  for (const [method, change] of [
    ['PATCH', { host: '127.0.0.1' }],
    ['PUT', syslog('127.0.0.1')],
  ] as const)
    expect((await client.call(method, `destinations/${id}`, change)).status).toBe(400);
  expect((await client.call('GET', `destinations/${id}`)).body).toMatchObject({ host: '10.0.0.7' });
});

describe('a name that means a refused address', () => {
  it.each(['tcp', 'tls', 'udp'])('gets nothing over %s', async (protocol) => {
    const receiver = protocol === 'udp' ? await udpReceiver() : await tcpReceiver();
    // "127.1" is no address to Node, but one to the system's resolver.
    for (const host of ['localhost', '127.1']) {
      const id = await client.destination(syslog(host, protocol, receiver.port));
      const { id: send } = await client.send({ destination_id: id, count: 10 });
      const ended = await client.ended(send, 3000);
      expect(ended).toMatchObject({ state: 'failed', sent: 0 });
      expect(ended.error).toMatch(/and that is an address of the platform or of its cloud/);
      expect((await client.call('POST', `destinations/${id}/test`)).body).toMatchObject({ ok: false });
    }
    expect(receiver.messages).toEqual([]);
    await receiver.close();
  });

  it('gets nothing over HEC, not even the token', async () => {
    const server = await hecServer({ token: 't' });
    const id = await client.destination(hec(`http://localhost:${server.port}`));
    const { id: send } = await client.send({ destination_id: id, count: 10 });
    const ended = await client.ended(send, 3000);
    expect(ended.error).toMatch(/localhost is (127\.0\.0\.1|::1), and that is an address of the platform/);
    expect(server.posts).toEqual([]);
    await server.close();
  });
});

it('lets the organisers open and close addresses, for what is kept already too', async () => {
  const receiver = await tcpReceiver();
  const id = await client.destination(syslog('localhost', 'tcp', receiver.port));
  await backend.stop();
  await start({ DESTINATIONS_ALLOW: '127.0.0.1/32, ::1/128' });
  const { id: sent } = await client.send({ destination_id: id, count: 10 });
  expect(await client.ended(sent)).toMatchObject({ state: 'completed', sent: 10 });
  await backend.stop();
  await start({ DESTINATIONS_DENY: '10.0.0.0/8, own-networks' });
  expect((await client.call('POST', 'destinations', syslog('10.0.0.7'))).status).toBe(400);
  expect((await client.call('POST', 'destinations', syslog('192.168.0.7'))).status).toBe(201);
  await receiver.close();
});

it('does not start with networks that it cannot read', async () =>
  await expect(start({ DESTINATIONS_DENY: '10.0.0.0/40' })).rejects.toThrow(/DESTINATIONS_DENY is "10\.0\.0\.0\/40"/));
