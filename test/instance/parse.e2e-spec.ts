import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from './support/client';
import { backendEnv, buildPair, newApiKey, startServer, tokenOf, type Running } from './support/pair';

const apiKey = newApiKey();
const build = buildPair();
const folder = mkdtempSync(join(tmpdir(), 'jarvis-parse-'));
let backend: Running;
let client: Client;

beforeAll(async () => {
  backend = await startServer(join(build.folder, 'backend.cjs'), backendEnv(apiKey, folder));
  client = new Client(backend.url, { 'X-API-Key': tokenOf(apiKey) });
});
afterAll(async () => {
  await backend.stop('SIGKILL');
  rmSync(folder, { recursive: true });
  build.remove();
});

interface Parsed {
  readonly total: number;
  readonly read: number;
  readonly records: {
    product_id: string | null;
    also: string[];
    fields: Record<string, string | number>;
    error: string | null;
  }[];
}

const parse = async (body: object): Promise<Parsed> => {
  const answer = await client.call('POST', 'parse', body);
  expect(answer.status).toBe(200);
  return answer.body as unknown as Parsed;
};
const lines = async (product_id: string, count: number) => {
  const { body } = await client.call('POST', 'generate', { product_id, count, seed: 'parse' });
  return body['events'] as { raw: string; parsed: object }[];
};

it('reads what a preview reads, told the product or not', async () => {
  const events = await lines('fortinet_fortigate', 20);
  const text = events.map(({ raw }) => raw).join('\n');
  for (const body of [{ text }, { text, product_id: 'fortinet_fortigate' }]) {
    const { total, read, records } = await parse(body);
    expect([total, read]).toEqual([20, 20]);
    expect(records.map(({ fields }) => fields)).toEqual(events.map(({ parsed }) => parsed));
    expect(new Set(records.map(({ product_id }) => product_id))).toEqual(new Set(['fortinet_fortigate']));
  }
});

it('says which records it cannot read, and reads the rest', async () => {
  const [okta, windows] = [(await lines('okta_system_log', 1))[0]!, (await lines('windows_security', 1))[0]!];
  const { read, records } = await parse({ text: `${okta.raw}\nwhat is this?\n${windows.raw}` });
  expect(read).toBe(2);
  expect(records.map(({ product_id }) => product_id)).toEqual(['okta_system_log', null, 'windows_security']);
  expect(records[1]?.error).toBe('No parser of this instance reads it.');
  const told = await parse({ text: 'what is this?', product_id: 'okta_system_log' });
  expect(told.records[0]?.error).toMatch(/^It is not of this product's format: /);
});

it('tells products that write the same format', async () => {
  const { records } = await parse({ text: (await lines('nginx_access', 1))[0]!.raw });
  expect([records[0]?.product_id, ...(records[0]?.also ?? [])]).toEqual(
    expect.arrayContaining(['apache_access', 'nginx_access']),
  );
});

it('reads one JSON event that is written over several lines', async () => {
  const event: unknown = JSON.parse((await lines('okta_system_log', 1))[0]!.raw);
  const { total, read } = await parse({ text: JSON.stringify(event, null, 2) });
  expect([total, read]).toEqual([1, 1]);
});

it('answers others while it reads a thousand lines', async () => {
  const text = Array.from({ length: 1000 }, (_, index) => `line ${index} of nothing known, a=1 b=2 c=3`).join('\n');
  const parsing = parse({ text });
  const waits: number[] = [];
  for (let asked = 0; asked < 10; asked += 1) {
    const began = performance.now();
    await client.call('GET', 'session');
    waits.push(performance.now() - began);
  }
  expect((await parsing).read).toBe(0);
  expect(waits.toSorted((a, b) => a - b)[5]).toBeLessThan(500);
}, 30_000);

it('tells what fields mean', async () => {
  const { body } = await client.call('GET', 'parse/fields');
  expect(body['src_endpoint.ip']).toMatch(/address/);
});

it.each([
  [{}, 400, 'text'],
  [{ text: '' }, 400, 'text'],
  [{ text: 'a\n'.repeat(1001) }, 400, 'text'],
  [{ text: 'a', product_id: '' }, 400, 'product_id'],
])('refuses a wrong body, naming what is wrong %#', async (body, status, field) => {
  const answer = await client.call('POST', 'parse', body);
  expect({ status: answer.status, errors: answer.body['errors'] }).toMatchObject({ status, errors: [{ field }] });
});

it('does not know a parser of a product that is not there', async () =>
  expect((await client.call('POST', 'parse', { text: 'a', product_id: 'none' })).status).toBe(404));
