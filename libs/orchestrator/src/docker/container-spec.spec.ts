import type { PlacedSpec } from './container-spec';
import { containerSpec } from './container-spec';
import type { DockerOptions } from './docker-options';
import { serviceUrl } from './service-urls';

const spec: PlacedSpec = {
  instanceId: '1f2e3d4c',
  sessionId: 'ada-1f2e3d4c',
  userId: 'ada@example.org',
  tokenHash: 'ab',
  expiresAt: new Date('2026-11-17T10:00:00.000Z'),
  ports: { frontend: 10_000, backend: 10_001 },
  apiKey: 'secret',
  volume: 'jarvis-ada-1f2e3d4c-data',
};
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
  contentPath: '/srv/Backend',
  disableAuth: false,
  destinations: { allow: [], deny: [], egress: { mode: 'open', networks: [] } },
  uploads: {},
  logLevel: 'info',
  readyTimeoutMs: 30_000,
};

it.each([
  {
    service: 'backend',
    image: 'jarvis-backend-prod:latest',
    port: '10001',
    cpus: 1_500_000_000,
    memory: 2_147_483_648,
    volume: 'jarvis-ada-1f2e3d4c-data:/app/data',
    env: [
      'DISABLE_AUTH=false',
      'LOG_LEVEL=info',
      'PORT=8000',
      'SESSION_ID=ada-1f2e3d4c',
      'USER_ID=ada@example.org',
      'API_KEY=secret',
      'DESTINATIONS_DENY=own-networks,10.213.0.0/16',
    ],
  },
  {
    service: 'frontend',
    image: 'jarvis-frontend:prod',
    port: '10000',
    cpus: 500_000_000,
    memory: 1_073_741_824,
    volume: 'jarvis-ada-1f2e3d4c-data:/app/shared-data:nocopy',
    env: [
      'DISABLE_AUTH=false',
      'LOG_LEVEL=info',
      'PORT=8000',
      'API_BASE_URL=http://jarvis-ada-1f2e3d4c-backend:8000',
      'SESSION_API_KEY=secret',
      'SERVER_MODE=gunicorn',
      'WORKERS=2',
    ],
  },
] as const)('says all of the $service', ({ service, image, port, cpus, memory, volume, env }) => {
  expect(containerSpec(service, spec, options)).toEqual({
    name: `jarvis-ada-1f2e3d4c-${service}`,
    body: {
      Image: image,
      Hostname: `jarvis-ada-1f2e3d4c-${service}`,
      User: '1000:1000',
      Labels: {
        managed_by: 'jarvis_session_manager',
        deployment: 'summit',
        session_id: 'ada-1f2e3d4c',
        instance_id: '1f2e3d4c',
        user_id: 'ada@example.org',
        expires_at: '2026-11-17T10:00:00.000Z',
        token_sha256: 'ab',
        frontend_port: '10000',
        backend_port: '10001',
        service,
      },
      Env: env,
      ExposedPorts: { '8000/tcp': {} },
      StopTimeout: 5,
      HostConfig: {
        Binds: [
          volume,
          '/srv/Backend/event_generators:/Backend/event_generators:ro',
          '/srv/Backend/parsers:/Backend/parsers:ro',
        ],
        PortBindings: { '8000/tcp': [{ HostIp: '127.0.0.1', HostPort: port }] },
        NetworkMode: 'zz-jarvis-ada-1f2e3d4c-net',
        RestartPolicy: { Name: 'unless-stopped' },
        NanoCpus: cpus,
        Memory: memory,
        MemorySwap: memory,
        PidsLimit: 256,
        CapDrop: ['ALL'],
        SecurityOpt: ['no-new-privileges'],
        ReadonlyRootfs: true,
        Tmpfs: { '/tmp': 'rw,noexec,nosuid,nodev,size=64m,mode=1777' },
        LogConfig: { Type: 'json-file', Config: { 'max-size': '10m', 'max-file': '3' } },
      },
      NetworkingConfig: {
        EndpointsConfig: { 'zz-jarvis-ada-1f2e3d4c-net': { Aliases: [`jarvis-1f2e3d4c-${service}`] } },
      },
    },
  });
});

it('names a warm pair after its instance, and lets its frontend reach the backend by what outlives a claim', () => {
  const warm = { ...spec, sessionId: 'warm-1f2e3d4c', volume: 'jarvis-warm-1f2e3d4c-data', warm: true } as const;
  const { name, body } = containerSpec('frontend', warm, options);
  expect(name).toBe('jarvis-warm-1f2e3d4c-frontend');
  expect(body.Labels).toMatchObject({ warm: 'true', session_id: 'warm-1f2e3d4c' });
  expect(body.Env).toContain('API_BASE_URL=http://jarvis-1f2e3d4c-backend:8000');
});

it("mounts an earlier session's volume where that is the instance's", () => {
  const { body } = containerSpec('backend', { ...spec, volume: 'jarvis-warm-1f2e3d4c-data' }, options);
  expect(body.HostConfig?.Binds).toContain('jarvis-warm-1f2e3d4c-data:/app/data');
});

it.each([
  [
    'shared isolation',
    { isolation: 'shared' },
    {
      HostConfig: { NetworkMode: 'jarvis-network' },
      NetworkingConfig: { EndpointsConfig: { 'jarvis-network': { Aliases: ['jarvis-1f2e3d4c-backend'] } } },
    },
  ],
  ['no content folder', { contentPath: undefined }, { HostConfig: { Binds: ['jarvis-ada-1f2e3d4c-data:/app/data'] } }],
  [
    'destinations of the organisers',
    {
      destinations: {
        allow: ['10.0.0.7/32', '::1/128'],
        deny: ['10.0.0.0/8'],
        egress: { mode: 'list', networks: ['192.0.2.7/32', '198.51.100.0/24'] },
      },
    },
    {
      Env: expect.arrayContaining([
        'DESTINATIONS_ALLOW=10.0.0.7/32,::1/128',
        'DESTINATIONS_DENY=own-networks,10.213.0.0/16,10.0.0.0/8',
        'EGRESS=list',
        'EGRESS_LIST=192.0.2.7/32,198.51.100.0/24',
      ]) as string[],
    },
  ],
  [
    'a closed network, where no names are looked up',
    { destinations: { allow: [], deny: [], egress: { mode: 'none', networks: [] } } },
    { HostConfig: { Dns: ['127.0.0.1'] } },
  ],
  [
    'how much the organisers let attendees upload',
    { uploads: { fileMb: 50, files: 5 } },
    { Env: expect.arrayContaining(['UPLOAD_MAX_MB=50', 'UPLOADS_MAX=5']) as string[] },
  ],
  ['no authentication', { disableAuth: true }, { Env: expect.arrayContaining(['DISABLE_AUTH=true']) as string[] }],
] as const)('follows %s', (_, changes, expected) => {
  expect(containerSpec('backend', spec, { ...options, ...changes }).body).toMatchObject(expected);
});

it.each([
  ['published', '127.0.0.1', 'http://127.0.0.1:10001'],
  ['published', '0.0.0.0', 'http://127.0.0.1:10001'],
  ['published', '', 'http://127.0.0.1:10001'],
  ['published', '192.168.1.7', 'http://192.168.1.7:10001'],
  ['published', '::', 'http://[::1]:10001'],
  ['published', 'fd00::7', 'http://[fd00::7]:10001'],
  ['network', '127.0.0.1', 'http://jarvis-1f2e3d4c-backend:8000'],
] as const)('reaches by %s at %p as %s', (reach, publishAddress, url) => {
  expect(serviceUrl('backend', spec, { reach, publishAddress })).toBe(url);
});
