import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from './config';
import { ConfigError } from './errors';
import { readConfig } from './read-config';

const problemsOf = (environment: Record<string, string>) => {
  try {
    parseConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new Error('expected a ConfigError');
};

it("holds the manual's defaults", () => {
  const config = parseConfig({});
  expect(config.sessions).toMatchObject({ maxTotal: 150, maxPerUser: 5, ttlHours: 24 });
  expect(config.ports).toEqual({ start: 10_000, end: 20_000 });
  expect(config.docker.images).toEqual({ backend: 'jarvis-backend-prod:latest', frontend: 'jarvis-frontend:prod' });
  expect(config.docker.limits).toEqual({
    backend: { cpus: 1.5, memoryBytes: 2 * 1024 ** 3 },
    frontend: { cpus: 0.5, memoryBytes: 1024 ** 3 },
    pids: 256,
  });
  expect(config.docker.cgroupRoot).toBe('/sys/fs/cgroup');
  expect(config.redis).toMatchObject({ host: 'localhost', port: 6379, db: 0 });
});

it('prefers the environment to the file, and the file to the default', () => {
  const config = parseConfig({ MAX_TOTAL_SESSIONS: '10' }, { MAX_TOTAL_SESSIONS: '20', SESSION_TTL_HOURS: '2' });
  expect(config.sessions).toEqual({
    maxTotal: 10,
    maxPerUser: 5,
    ttlHours: 2,
    accessCode: undefined,
    sources: { maxTotal: 'environment', maxPerUser: 'default', ttlHours: 'environment', accessCode: 'default' },
  });
});

it('takes an empty text as unset', () => {
  expect(parseConfig({ MAX_TOTAL_SESSIONS: '' }, { MAX_TOTAL_SESSIONS: '50' }).sessions.maxTotal).toBe(50);
});

it.each([
  ['MAX_TOTAL_SESSIONS', 'many', 'a whole number from 0 to 100000'],
  ['MAX_TOTAL_SESSIONS', '-1', 'a whole number from 0 to 100000'],
  ['PORT_RANGE_START', '70000', 'a whole number from 1 to 65535'],
  ['BACKEND_MEMORY_LIMIT', '2 gigabytes', 'an amount of memory of at least 32M, such as 512M or 2G'],
  ['BACKEND_MEMORY_LIMIT', '1M', 'an amount of memory of at least 32M, such as 512M or 2G'],
  ['FRONTEND_CPU_LIMIT', '0', 'a number from 0.01 to 1024'],
  ['LOG_LEVEL', 'loud', 'debug, info, warn or error'],
  ['DRIVER', 'podman', 'docker or process'],
  ['SESSION_SUBNET_POOL', '10.0.0.0/30', 'an IPv4 network of at least a /28, such as 10.213.0.0/16'],
  ['SESSION_SUBNET_POOL', '10.0.0.300/16', 'an IPv4 network of at least a /28, such as 10.213.0.0/16'],
  ['DEPLOYMENT_ID', 'A B', 'up to 40 small letters, digits and hyphens'],
  ['INSTANCE_DISABLE_AUTH', 'yes', 'true or false'],
  ['PUBLIC_URL', 'jarvis.example', 'an address such as https://jarvis.event.example'],
  ['PUBLIC_URL', 'https://jarvis.example/jarvis', 'an address such as https://jarvis.event.example'],
  ['PUBLIC_URL', 'https://ada@jarvis.example', 'an address such as https://jarvis.event.example'],
  ['SESSION_DOMAIN', '*.jarvis.example', 'a domain such as jarvis.event.example, in small letters'],
  ['SESSION_DOMAIN', 'jarvis..example', 'a domain such as jarvis.event.example, in small letters'],
  ['EGRESS', 'interent', 'open, internet, list or none'],
  ['EGRESS_LIST', 'siem.example.org', 'IPv4 networks such as 192.0.2.7/32,198.51.100.0/24'],
  ['EGRESS_LIST', '192.0.2.7', 'IPv4 networks such as 192.0.2.7/32,198.51.100.0/24'],
  ['EGRESS_LIST', '192.0.2.7/33', 'IPv4 networks such as 192.0.2.7/32,198.51.100.0/24'],
  ['EGRESS_LIST', 'fd00::/8', 'IPv4 networks such as 192.0.2.7/32,198.51.100.0/24'],
  ['TRUST_PROXY', 'everyone', 'true, false, or addresses and networks such as 127.0.0.1,172.16.0.0/12'],
])('%s=%s stops with a message that names it, what it got and what it wants', (variable, got, wants) => {
  const error = problemsOf({ [variable]: got });
  expect(error.problems).toEqual([{ variable, got, wants }]);
  expect(error.message).toContain(`${variable}: got "${got}", wants ${wants}`);
});

it.each(['short', 'with a space', 'K7QM\u20134XWD', 'x'.repeat(65)])(
  'refuses the access code %j and does not repeat it',
  (code) => {
    const error = problemsOf({ EVENT_ACCESS_CODE: code });
    const wants = '6 to 64 letters, digits and signs, without spaces';
    expect(error.problems).toEqual([{ variable: 'EVENT_ACCESS_CODE', wants }]);
    expect(error.message).not.toContain(code);
  },
);

it('names every bad variable at once', () => {
  expect(problemsOf({ PORT: 'x', REDIS_DB: 'y' }).problems.map(({ variable }) => variable)).toEqual([
    'REDIS_DB',
    'PORT',
  ]);
});

it.each([
  ['true', true],
  ['false', false],
  ['127.0.0.1, 172.16.0.0/12', ['127.0.0.1', '172.16.0.0/12']],
])('believes the proxies %s', (text, trusted) => {
  expect(parseConfig({ TRUST_PROXY: text }).http.trustProxy).toEqual(trusted);
});

it('refuses a port range that ends before it starts', () => {
  expect(problemsOf({ PORT_RANGE_START: '20000', PORT_RANGE_END: '10000' }).message).toContain(
    'a port above PORT_RANGE_START (20000)',
  );
});

it('is frozen to the last leaf', () => {
  expect(Object.isFrozen(parseConfig({}).docker.limits.backend)).toBe(true);
});

it.each([
  ['512M', 512 * 1024 ** 2],
  ['1.5g', 1.5 * 1024 ** 3],
  ['1GB', 1024 ** 3],
  ['67108864', 64 * 1024 ** 2],
])('reads %s of memory', (text, bytes) => {
  expect(parseConfig({ FRONTEND_MEMORY_LIMIT: text }).docker.limits.frontend.memoryBytes).toBe(bytes);
});

describe('the .env file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'config-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('counts what an operator appended', () => {
    const file = join(folder, '.env');
    writeFileSync(file, '# limits\nMAX_TOTAL_SESSIONS=150\nMAX_TOTAL_SESSIONS=50\n');
    expect(readConfig(file).sessions.maxTotal).toBe(50);
  });

  it('need not exist', () => {
    expect(readConfig(join(folder, 'none')).sessions.maxTotal).toBe(150);
  });
});

it.each([
  ['https://jarvis.example/', 'https://jarvis.example'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['https://192.0.2.7', 'https://192.0.2.7'],
])('takes the address of the gateway, %s, without a slash at the end', (PUBLIC_URL, url) => {
  expect(parseConfig({ PUBLIC_URL }).instances.publicAddress.url).toBe(url);
});

it('wants the address of the gateway where sessions have names of their own', () => {
  expect(problemsOf({ SESSION_DOMAIN: 'jarvis.example' }).problems).toEqual([
    { variable: 'PUBLIC_URL', got: '', wants: 'the address of the gateway, because SESSION_DOMAIN is set' },
  ]);
});

it.each(['', ' , '])('wants networks where EGRESS is list: %j', (EGRESS_LIST) => {
  expect(problemsOf({ EGRESS: 'list', EGRESS_LIST }).problems).toEqual([
    {
      variable: 'EGRESS_LIST',
      got: EGRESS_LIST,
      wants: 'networks such as 192.0.2.7/32,198.51.100.0/24, because EGRESS is list',
    },
  ]);
});

it('leaves the network open where nobody says otherwise, and reads where events may go', () => {
  const egressOf = (texts: Record<string, string>) => parseConfig(texts).instances.destinations.egress;
  expect(egressOf({})).toEqual({ mode: 'open', networks: [] });
  expect(egressOf({ EGRESS: 'list', EGRESS_LIST: '192.0.2.7/32, 198.51.100.0/24' })).toEqual({
    mode: 'list',
    networks: ['192.0.2.7/32', '198.51.100.0/24'],
  });
});
