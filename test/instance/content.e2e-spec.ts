import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client, waitFor } from './support/client';
import { backendEnv, buildPair, newApiKey, startServer, tokenOf, type Running } from './support/pair';
import { tcpReceiver } from './support/receivers';

const apiKey = newApiKey();
const build = buildPair();
const dataDir = mkdtempSync(join(tmpdir(), 'jarvis-data-'));
const content = mkdtempSync(join(tmpdir(), 'jarvis-content-'));
let backend: Running;
let attendee: Client;

beforeAll(async () => {
  cpSync(resolve(__dirname, '../../Backend'), content, { recursive: true });
  backend = await startServer(join(build.folder, 'backend.cjs'), {
    ...backendEnv(apiKey, dataDir),
    EVENT_GENERATORS_DIR: join(content, 'event_generators'),
    PARSERS_DIR: join(content, 'parsers'),
  });
  attendee = new Client(backend.url, { Authorization: `Bearer ${tokenOf(apiKey)}` });
});
afterAll(async () => {
  await backend.stop('SIGKILL');
  rmSync(dataDir, { recursive: true });
  rmSync(content, { recursive: true });
  build.remove();
});

interface EventKind {
  readonly id: string;
  readonly malicious: boolean;
}

interface Listed {
  readonly products: { id: string; references: string[]; malicious_share: number; events: EventKind[] }[];
  readonly problems: { file: string; line: number; column: number; reason: string }[];
}

const path = (id: string): string => join(content, 'event_generators/products', `${id}.json`);
const read = (id: string): string => readFileSync(path(id), 'utf8');
const list = async (): Promise<Listed> => (await attendee.call('GET', 'products')).body as unknown as Listed;
const idsOf = ({ products }: Listed): string[] => products.map(({ id }) => id);

it('tells where a product is documented and how much of it is an attack', async () => {
  const { products, problems } = await list();
  expect(problems).toEqual([]);
  for (const { references, malicious_share } of products) {
    expect(references[0]).toMatch(/^https:/);
    expect(malicious_share).toBeGreaterThan(0);
  }
});

it('says of a previewed event whether it tells of an attack, and what its parser reads', async () => {
  const asa = (await list()).products.find(({ id }) => id === 'cisco_asa')!;
  const attacks = new Set(asa.events.filter(({ malicious }) => malicious).map(({ id }) => id));
  const { body } = await attendee.call('POST', 'generate', { product_id: 'cisco_asa', count: 100, seed: 'demo' });
  const events = body['events'] as {
    malicious: boolean;
    event_id: string;
    severity: number;
    time: string;
    parsed: object;
  }[];
  expect(events.filter(({ malicious }) => malicious).length).toBeGreaterThan(5);
  for (const { malicious, event_id, severity, time, parsed } of events) {
    expect(malicious).toBe(attacks.has(event_id));
    expect(severity).toBeLessThanOrEqual(7);
    expect(parsed).toMatchObject({ time: `${time.slice(0, 19)}.000Z`, 'device.hostname': 'asa-dc-01' });
  }
});

it('sees a file that comes, is wrong, is put right and goes', async () => {
  const before = idsOf(await list());
  const other = read('cisco_asa').replace('"id": "cisco_asa"', '"id": "another_asa"');
  writeFileSync(path('another_asa'), other);
  await waitFor(async () => (idsOf(await list()).includes('another_asa') ? true : undefined), 3000);
  expect((await attendee.call('POST', 'generate', { product_id: 'another_asa' })).status).toBe(200);

  writeFileSync(path('another_asa'), other.replace('"facility": 20', '"facility": 99'));
  const { problems } = await waitFor(async () => {
    const listed = await list();
    return listed.problems.length > 0 ? listed : undefined;
  }, 3000);
  const line = other.slice(0, other.indexOf('"facility"')).split('\n').length;
  expect(problems).toEqual([
    {
      file: 'products/another_asa.json',
      line,
      column: expect.any(Number),
      reason: 'syslog.facility may be at most 23',
    },
  ]);
  expect((await attendee.call('POST', 'generate', { product_id: 'another_asa' })).status).toBe(404);
  expect(backend.output()).toContain('A content file is left out');

  writeFileSync(path('another_asa'), other);
  expect(await attendee.call('POST', 'products/reload')).toMatchObject({ status: 200, body: { problems: [] } });
  expect(idsOf(await list())).toContain('another_asa');

  rmSync(path('another_asa'));
  expect((await attendee.call('POST', 'products/reload')).body).toMatchObject({
    products: before.length,
    problems: [],
  });
  expect(idsOf(await list())).toEqual(before);
  expect((await attendee.call('GET', 'products/another_asa')).status).toBe(404);
});

it('reloads for nobody without the secret', async () => {
  expect((await new Client(backend.url, {}).call('POST', 'products/reload')).status).toBe(401);
});

it('goes on with what a send began with when its product changes', async () => {
  const receiver = await tcpReceiver();
  const destination = { type: 'syslog', name: 'here', host: '127.0.0.1', port: receiver.port, protocol: 'tcp' };
  const id = await attendee.destination(destination);
  const send = await attendee.send({ destination_id: id, count: 300, rate: 100 });
  await waitFor(() => (receiver.messages.length > 20 ? true : undefined));

  // As editors and Git do: a new file in the place of the old one.
  writeFileSync(`${path('cisco_asa')}.new`, read('cisco_asa').replaceAll('%ASA-', '%FTD-'));
  renameSync(`${path('cisco_asa')}.new`, path('cisco_asa'));
  await attendee.call('POST', 'products/reload');
  const { body } = await attendee.call('POST', 'generate', { product_id: 'cisco_asa', count: 1 });
  expect((body['events'] as { raw: string }[])[0]!.raw).toContain('%FTD-');

  expect(await attendee.ended(send.id)).toMatchObject({ state: 'completed', sent: 300 });
  await waitFor(() => (receiver.messages.length === 300 ? true : undefined));
  expect(receiver.messages.filter((message) => !message.includes('%ASA-'))).toEqual([]);
  await receiver.close();
});
