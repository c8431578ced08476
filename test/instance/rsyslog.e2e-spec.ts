import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { portOfOurs } from '../support/free-port';
import { authority } from './support/certificates';
import { Client, waitFor } from './support/client';
import { backendEnv, buildPair, newApiKey, startServer, type Running } from './support/pair';
import { Rsyslog } from './support/rsyslog';

const apiKey = newApiKey();
const build = buildPair();
const folder = mkdtempSync(join(tmpdir(), 'jarvis-rsyslog-'));
const trusted = authority(folder);
const first = portOfOurs(4);
const ports = { udp: first, tcp: first + 1, tls: first + 2 };
const rsyslog = new Rsyslog({ folder, ports, caFile: trusted.caFile, ...trusted.sign('receiver', 'IP:127.0.0.1') });
let backend: Running;
let client: Client;
let names = 0;

beforeAll(async () => {
  await rsyslog.start();
  backend = await startServer(join(build.folder, 'backend.cjs'), backendEnv(apiKey, join(folder, 'data')));
  client = new Client(backend.url, { 'X-API-Key': apiKey });
});
beforeEach(() => rsyslog.clear());
afterAll(async () => {
  await backend.stop('SIGKILL');
  await rsyslog.stop('SIGKILL');
  rmSync(folder, { recursive: true });
  build.remove();
});

const to = (protocol: 'udp' | 'tcp' | 'tls', more: object = {}): Promise<string> => {
  names += 1;
  const where = { host: '127.0.0.1', port: ports[protocol], protocol };
  return client.destination({ type: 'syslog', name: `rsyslog ${names}`, ...where, ...more });
};
const PRODUCTS = ['cisco_asa', 'sentinelone_endpoint', 'windows_security', 'fortinet_fortigate', 'okta_system_log'];

describe.each([
  { over: 'UDP', protocol: 'udp', more: {} },
  { over: 'TCP with lines', protocol: 'tcp', more: { framing: 'newline' } },
  { over: 'TCP with octet counting', protocol: 'tcp', more: { framing: 'octet_counting' } },
  { over: 'TLS with a private authority', protocol: 'tls', more: { ca: trusted.ca } },
  { over: 'TLS with lines', protocol: 'tls', more: { ca: trusted.ca, framing: 'newline' } },
  { over: 'TLS that is not verified', protocol: 'tls', more: { verify_tls: false } },
] as const)('rsyslog over $over', ({ protocol, more }) => {
  it('gets every event of several products once, byte for byte as it is listed', async () => {
    const destination_id = await to(protocol, more);
    const raws: string[] = [];
    for (const product_id of PRODUCTS) {
      const { id } = await client.send({ destination_id, product_id, count: 100 });
      expect(await client.ended(id)).toMatchObject({ state: 'completed', sent: 100, failed: 0, acknowledged: null });
      const { body } = await client.call('GET', `sends/${id}/log?limit=200`);
      raws.push(...(body['events'] as { raw: string }[]).map(({ raw }) => raw));
    }
    const messages = await rsyslog.received(raws.length);
    expect(messages).toHaveLength(raws.length);
    // A product that speaks no syslog itself is wrapped: its line ends the message.
    messages.forEach((message, index) => {
      expect(message).toMatch(/^<\d{1,3}>/);
      expect(message.endsWith(raws[index]!)).toBe(true);
    });
  });

  it('takes the test event of the destination', async () => {
    const answer = await client.call('POST', `destinations/${await to(protocol, more)}/test`);
    expect(answer.body).toMatchObject({ ok: true });
    expect((await rsyslog.received(1))[0]).toContain('Jarvis test event of session ada-1f2e3d4c');
  });
});

describe('a TLS destination', () => {
  const outcome = async (more: object) => {
    const destination_id = await to('tls', more);
    const { id } = await client.send({ destination_id, count: 10 });
    const ended = await client.ended(id, 8000);
    const tested = await client.call('POST', `destinations/${destination_id}/test`);
    expect(tested.body).toMatchObject({ ok: false, message: ended.error });
    return ended;
  };

  it('is refused at once when nobody trusts its authority, and says what to do', async () => {
    const ended = await outcome({});
    expect(ended).toMatchObject({ state: 'failed', sent: 0, failed: 10 });
    expect(ended.error).toMatch(
      /^Syslog over TLS: the certificate is not signed by an authority .* Add the authority’s certificate/,
    );
    const other = authority(folder, 'other').ca;
    expect((await outcome({ ca: other })).error).toMatch(/not signed by an authority/);
    expect(rsyslog.messages()).toEqual([]);
  });

  it('is refused when its certificate is for another name', async () => {
    const { certFile, keyFile } = trusted.sign('elsewhere', 'IP:10.9.9.9');
    const server = createServer({ cert: readFileSync(certFile), key: readFileSync(keyFile) }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { error } = await outcome({ ca: trusted.ca, port });
    server.close();
    expect(error).toMatch(/^Syslog over TLS: the certificate is for another name than the host/);
  });

  it('says that what listens there may not speak TLS', async () => {
    const { error } = await outcome({ ca: trusted.ca, port: ports.tcp });
    expect(error).toMatch(/^Syslog over TLS: what listens there does not answer as TLS does/);
  }, 20_000);

  it.each([
    ['a text', 'no certificate'],
    ['a broken certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'],
    ['a certificate and more', `${trusted.ca}\nand more`],
  ])('does not take %s for an authority', async (_, ca) => {
    const body = { type: 'syslog', name: 'x', host: '10.0.0.1', port: 6514, protocol: 'tls', ca };
    const { status, body: problem } = await client.call('POST', 'destinations', body);
    expect({ status, errors: problem['errors'] }).toMatchObject({ status: 400, errors: [{ field: 'ca' }] });
  });

  it('counts octets unless it is told otherwise', async () => {
    const { body } = await client.call('GET', `destinations/${await to('tls')}`);
    expect(body).toMatchObject({ protocol: 'tls', framing: 'octet_counting', verify_tls: true, ca: null });
  });
});

it('loses nothing that counts as sent when rsyslog is restarted on the way', async () => {
  const destination_id = await to('tls', { ca: trusted.ca });
  const { id } = await client.send({ destination_id, product_id: 'sentinelone_endpoint', count: 600, rate: 300 });
  await waitFor(() => (rsyslog.messages().length > 50 ? true : undefined));
  await rsyslog.stop();
  await rsyslog.start();
  expect(await client.ended(id)).toMatchObject({ state: 'completed', sent: 600 });
  await waitFor(() => (new Set(rsyslog.messages()).size >= 600 ? true : undefined));
}, 30_000);
