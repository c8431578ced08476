import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { Client, waitFor } from './support/client';
import { backendEnv, buildPair, newApiKey, startServer, tokenOf, type Running } from './support/pair';
import { tcpReceiver } from './support/receivers';

const apiKey = newApiKey();
const build = buildPair();
const folder = mkdtempSync(join(tmpdir(), 'jarvis-export-'));
const headers = { 'X-API-Key': tokenOf(apiKey) };
let backend: Running;
let client: Client;

beforeAll(async () => {
  backend = await startServer(join(build.folder, 'backend.cjs'), backendEnv(apiKey, folder));
  client = new Client(backend.url, { 'X-API-Key': apiKey });
});
afterEach(() => client.features({}));
afterAll(async () => {
  await backend.stop('SIGKILL');
  rmSync(folder, { recursive: true });
  build.remove();
});

const get = (path: string, signal?: AbortSignal): Promise<Response> =>
  fetch(`${backend.url}/api/v1/${path}`, { headers, ...(signal && { signal }) });
const rssMb = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${backend.child.pid}/status`, 'utf8'))?.[1]) / 1024;

it('gives the same events in each format, as a file', async () => {
  const query = 'export?product_id=cisco_asa&count=300&seed=s&base_time=2026-11-20T10:00:00Z&format=';
  const [jsonl, csv, raw] = await Promise.all(['jsonl', 'csv', 'raw'].map((format) => get(query + format)));
  expect(jsonl!.headers.get('content-disposition')).toBe('attachment; filename="cisco_asa.jsonl"');
  expect(raw!.headers.get('content-disposition')).toBe('attachment; filename="cisco_asa.log"');
  const rows = (await jsonl!.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const lines = (await raw!.text()).trimEnd().split('\n');
  const { data } = Papa.parse<Record<string, string>>((await csv!.text()).trimEnd(), { header: true });
  expect(rows).toHaveLength(300);
  expect(rows.map((row) => row['raw'])).toEqual(lines);
  expect(data.map((row) => row['raw'])).toEqual(lines);
  expect([rows[0]!['time'], rows[299]!['time']]).toEqual(['2026-11-20T10:00:00.000Z', '2026-11-20T10:04:59.000Z']);
});

it('gives a scenario on its timeline, with noise', async () => {
  const rows = (await (await get('export?scenario_id=phishing_to_exfiltration&noise=2')).text()).trimEnd().split('\n');
  const events = rows.map((line) => JSON.parse(line) as { time: string; phase: string | null });
  expect(events).toHaveLength(105);
  expect(events.filter(({ phase }) => phase === null)).toHaveLength(70);
  expect(events.map(({ time }) => time)).toEqual(events.map(({ time }) => time).toSorted());
});

it('gives what a send has sent', async () => {
  const receiver = await tcpReceiver();
  const where = { type: 'syslog', name: 'r', host: '127.0.0.1', port: receiver.port, protocol: 'tcp' };
  const { id } = await client.send({
    destination_id: await client.destination(where),
    product_id: 'okta_system_log',
    count: 500,
  });
  await client.ended(id);
  await waitFor(() => (receiver.messages.length === 500 ? true : undefined));
  const lines = (await (await get(`sends/${id}/export?format=raw`)).text()).trimEnd().split('\n');
  expect(lines).toHaveLength(500);
  lines.forEach((line, index) => expect(receiver.messages[index]!.endsWith(line)).toBe(true));
  await receiver.close();
});

it('makes a large file as it is taken, and stops when nobody takes it', async () => {
  await get('export?product_id=sentinelone_endpoint&count=5000').then((answer) => answer.text());
  const before = rssMb();
  const abort = new AbortController();
  const answer = await get('export?product_id=sentinelone_endpoint&count=100000', abort.signal);
  await answer.body!.getReader().read();
  await new Promise((done) => setTimeout(done, 1500));
  expect(rssMb() - before).toBeLessThan(60);
  const busy = (): number => Number(readFileSync(`/proc/${backend.child.pid}/stat`, 'utf8').split(' ')[13]);
  abort.abort();
  await new Promise((done) => setTimeout(done, 500));
  const used = busy();
  await new Promise((done) => setTimeout(done, 1000));
  expect(busy() - used).toBeLessThan(30);
});

it('is closed with the product, and with log generation', async () => {
  await client.features({ products: ['okta'] });
  expect((await get('export?product_id=cisco_asa')).status).toBe(403);
  expect((await get('export?product_id=okta_system_log')).status).toBe(200);
  await client.features({ log_generation: false });
  expect((await get('export?product_id=okta_system_log')).status).toBe(403);
});

it.each([
  ['export', 400],
  ['export?product_id=cisco_asa&scenario_id=mfa_fatigue', 400],
  ['export?product_id=cisco_asa&count=0', 400],
  ['export?product_id=cisco_asa&count=100001', 400],
  ['export?product_id=cisco_asa&format=xlsx', 400],
  ['export?product_id=none', 404],
  ['sends/none/export', 404],
])('answers %s with %d', async (path, status) => expect((await get(path)).status).toBe(status));
