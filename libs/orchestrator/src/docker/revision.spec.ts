import type { DockerOptions } from './docker-options';
import { revision } from './revision';

const options: DockerOptions = {
  socketPath: '/var/run/docker.sock',
  cgroupRoot: '/sys/fs/cgroup',
  deployment: 'summit',
  images: { backend: 'jarvis-backend-prod:latest', frontend: 'jarvis-frontend:prod' },
  limits: {
    backend: { cpus: 1.5, memoryBytes: 2_147_483_648 },
    frontend: { cpus: 0.5, memoryBytes: 1_073_741_824 },
    pids: 256,
  },
  publishAddress: '127.0.0.1',
  isolation: 'session',
  sharedNetwork: 'jarvis-network',
  subnetPool: '10.213.0.0/16',
  doors: [],
  reach: 'published',
  disableAuth: false,
  destinations: { allow: [], deny: [], egress: { mode: 'open', networks: [] } },
  uploads: {},
  logLevel: 'info',
  readyTimeoutMs: 30_000,
};
const images = new Map([
  ['jarvis-backend-prod:latest', 'sha256:b'],
  ['jarvis-frontend:prod', 'sha256:f'],
]);
const first = revision(options, images);

it('is 16 hex digits', () => expect(first).toMatch(/^[0-9a-f]{16}$/));

it.each<[string, Partial<DockerOptions>]>([
  ['nothing', {}],
  ['other doors, as after a restart of the manager', { doors: ['0f1e2d3c4b5a'], reach: 'network' }],
  ['more patience', { readyTimeoutMs: 60_000, callTimeoutMs: 5_000 }],
  ['the name of a network that is not used', { sharedNetwork: 'other' }],
])('is the same with %s', (_, changes) => expect(revision({ ...options, ...changes }, images)).toBe(first));

it.each<[string, Partial<DockerOptions>]>([
  ['other limits', { limits: { ...options.limits, pids: 128 } }],
  ['a smaller backend', { limits: { ...options.limits, backend: { cpus: 1, memoryBytes: 2_147_483_648 } } }],
  ['another isolation', { isolation: 'shared' }],
  ['another subnet pool', { subnetPool: '10.214.0.0/16' }],
  ['content of the organisers', { contentPath: '/srv/Backend' }],
  ['authentication off', { disableAuth: true }],
  ['smaller uploads', { uploads: { fileMb: 10 } }],
  ['destinations opened', { destinations: { ...options.destinations, allow: ['127.0.0.1/32'] } }],
  ['the network closed', { destinations: { ...options.destinations, egress: { mode: 'none', networks: [] } } }],
  [
    'the network closed to all but one',
    { destinations: { ...options.destinations, egress: { mode: 'list', networks: ['192.0.2.7/32'] } } },
  ],
  ['another log level', { logLevel: 'debug' }],
  ['another address', { publishAddress: '0.0.0.0' }],
  ['another image name', { images: { ...options.images, backend: 'mine:latest' } }],
])('is another one with %s', (_, changes) => expect(revision({ ...options, ...changes }, images)).not.toBe(first));

it('is another one when an image was built anew, or is missing', () => {
  const changed = [new Map([...images, ['jarvis-frontend:prod', 'sha256:f2']]), new Map(), images];
  expect(new Set(changed.map((ids) => revision(options, ids))).size).toBe(3);
});
