import { readBody, volumeOf } from './bodies';
import { Forbidden } from './forbidden';
import { aPlatform } from './settings.fixture';

const NETWORK = 'zz-jarvis-ada-1f2e3d4c-net';
const labels = { managed_by: 'jarvis_session_manager', deployment: 'summit', session_id: 'ada-1f2e3d4c' };

const host = {
  Binds: ['jarvis-ada-1f2e3d4c-data:/app/data', '/srv/Backend/parsers:/Backend/parsers:ro'],
  PortBindings: { '8000/tcp': [{ HostIp: '127.0.0.1', HostPort: '10001' }] },
  NetworkMode: NETWORK,
  RestartPolicy: { Name: 'unless-stopped' },
  NanoCpus: 1_500_000_000,
  Memory: 2 ** 31,
  MemorySwap: 2 ** 31,
  PidsLimit: 256,
  CapDrop: ['ALL'],
  SecurityOpt: ['no-new-privileges'],
  ReadonlyRootfs: true,
  Tmpfs: { '/tmp': 'rw,noexec,nosuid,nodev,size=64m,mode=1777' },
  LogConfig: { Type: 'json-file', Config: { 'max-size': '10m', 'max-file': '3' } },
};

const container = {
  Image: 'jarvis-backend-prod:latest',
  Hostname: 'jarvis-ada-1f2e3d4c-backend',
  User: '1000:1000',
  Labels: labels,
  Env: ['PORT=8000', 'API_KEY=secret'],
  ExposedPorts: { '8000/tcp': {} },
  StopTimeout: 5,
  HostConfig: host,
  NetworkingConfig: { EndpointsConfig: { [NETWORK]: { Aliases: ['jarvis-1f2e3d4c-backend'] } } },
};

const read = (body: unknown, changes = {}) => readBody('container', body, aPlatform(changes), '/srv/Backend');
const withHost = (changes: object) => ({ ...container, HostConfig: { ...host, ...changes } });

it("takes an instance's container as it is described, and tells its volume", () => {
  expect(read(container)).toEqual(container);
  expect(volumeOf(read(container))).toBe('jarvis-ada-1f2e3d4c-data');
});

it('takes one that is to look no names up', () => {
  const closed = withHost({ Dns: ['127.0.0.1'] });
  expect(read(closed)).toEqual(closed);
});

it('takes the shared network where sessions have none of their own', () => {
  const shared = {
    ...withHost({ NetworkMode: 'jarvis-network' }),
    NetworkingConfig: { EndpointsConfig: { 'jarvis-network': { Aliases: ['jarvis-1f2e3d4c-backend'] } } },
  };
  expect(read(shared, { isolation: 'shared' })).toEqual(shared);
  expect(() => read(shared)).toThrow(Forbidden);
});

it.each([
  ['a privileged container', withHost({ Privileged: true })],
  ['a capability', withHost({ CapAdd: ['NET_ADMIN'] })],
  ['capabilities that stay', withHost({ CapDrop: [] })],
  ['another security profile', withHost({ SecurityOpt: ['no-new-privileges', 'seccomp=unconfined'] })],
  ['privileges that can grow', withHost({ SecurityOpt: [] })],
  ['the network of the host', withHost({ NetworkMode: 'host' })],
  ['the network of another container', withHost({ NetworkMode: 'container:redis' })],
  ['the network of the platform', withHost({ NetworkMode: 'jarvis-network' })],
  ['the processes of the host', withHost({ PidMode: 'host' })],
  ['the shared memory of the host', withHost({ IpcMode: 'host' })],
  ['the users of the host', withHost({ UsernsMode: 'host' })],
  ['a name server', withHost({ Dns: ['192.0.2.53'] })],
  ['a name server besides', withHost({ Dns: ['127.0.0.1', '192.0.2.53'] })],
  ['a device', withHost({ Devices: [{ PathOnHost: '/dev/sda' }] })],
  ['a control group of its own', withHost({ CgroupParent: '/' })],
  ['another runtime', withHost({ Runtime: 'other' })],
  ['a kernel setting', withHost({ Sysctls: { 'net.ipv4.ip_forward': '1' } })],
  ['the root of the host', withHost({ Binds: ['/:/app/data'] })],
  ['a folder of the host besides', withHost({ Binds: [host.Binds[0], '/:/host'] })],
  ['content that can be written', withHost({ Binds: [host.Binds[0], '/srv/Backend/parsers:/Backend/parsers'] })],
  ['a folder above the content', withHost({ Binds: [host.Binds[0], '/srv/Backend/../x:/Backend/parsers:ro'] })],
  ['the Docker socket', withHost({ Binds: ['/var/run/docker.sock:/app/data'] })],
  ["the platform's own volume", withHost({ Binds: ['jarvis-redis-data:/app/data'] })],
  ['its volume elsewhere', withHost({ Binds: ['jarvis-ada-1f2e3d4c-data:/usr'] })],
  ['no volume', withHost({ Binds: [] })],
  ['a mount of the newer kind', withHost({ Mounts: [{ Type: 'bind', Source: '/', Target: '/host' }] })],
  ["another container's volumes", withHost({ VolumesFrom: ['redis'] })],
  ['a port on all addresses', withHost({ PortBindings: { '8000/tcp': [{ HostIp: '', HostPort: '10001' }] } })],
  ['a port that is not leased', withHost({ PortBindings: { '8000/tcp': [{ HostIp: '127.0.0.1', HostPort: '22' }] } })],
  ['no limit of memory', withHost({ Memory: 0 })],
  ['no limit of processes', withHost({ PidsLimit: -1 })],
  ['a root that can be written', withHost({ ReadonlyRootfs: false })],
  ['a /tmp that programs run from', withHost({ Tmpfs: { '/tmp': 'rw,noexec,nosuid,nodev,size=64m,mode=1777,exec' } })],
  ['a log without end', withHost({ LogConfig: { Type: 'json-file', Config: {} } })],
  ['another image', { ...container, Image: 'debian:12.15-slim' }],
  ['root', { ...container, User: '0:0' }],
  ['another program', { ...container, Entrypoint: ['sh'] }],
  ['another command', { ...container, Cmd: ['sh'] }],
  ['an anonymous volume', { ...container, Volumes: { '/x': {} } }],
  ['labels of another platform', { ...container, Labels: { ...labels, deployment: 'other' } }],
  ['no labels', { ...container, Labels: {} }],
  ['names in letters that only the engine takes', { ...container, hostconfig: { Privileged: true } }],
  ['a second network', { ...container, NetworkingConfig: { EndpointsConfig: { bridge: { Aliases: [] } } } }],
  ['no object', 'text'],
])('refuses %s', (_, body) => expect(() => read(body)).toThrow(Forbidden));

it('says which part it refuses, and never what is in it', () => {
  expect(() => read(withHost({ Privileged: true }))).toThrow('describes it: HostConfig.Privileged');
  expect(() => read({ ...container, Env: [{ API_KEY: 'secret' }] })).toThrow(/describes it: Env\.0$/);
});

const network = {
  Name: NETWORK,
  CheckDuplicate: true,
  Driver: 'bridge',
  EnableIPv6: false,
  Labels: labels,
  IPAM: { Driver: 'default', Config: [{ Subnet: '10.213.4.16/28' }] },
};

it("takes a session's network, the shared one where there is no other, a volume, and a door that comes or goes", () => {
  const shared = { Name: 'jarvis-network', CheckDuplicate: true, Driver: 'bridge', EnableIPv6: false };
  const volume = { Name: 'jarvis-warm-1f2e3d4c-data', Labels: labels };
  expect(readBody('network', network, aPlatform())).toEqual(network);
  expect(readBody('network', shared, aPlatform({ isolation: 'shared' }))).toEqual(shared);
  expect(readBody('volume', volume, aPlatform())).toEqual(volume);
  expect(readBody('connect', { Container: 'session-manager' }, aPlatform())).toEqual({ Container: 'session-manager' });
  expect(readBody('disconnect', { Container: 'x', Force: true }, aPlatform())).toEqual({ Container: 'x', Force: true });
});

it.each([
  ['network', "a driver that reaches the host's own network", { ...network, Driver: 'macvlan' }],
  ['network', 'IPv6', { ...network, EnableIPv6: true }],
  ['network', 'IPv6 as the engine has it', { ...network, EnableIPv6: undefined }],
  ['network', 'options of the driver', { ...network, Options: { 'com.docker.network.bridge.name': 'docker0' } }],
  ['network', 'addresses of others', { ...network, IPAM: { Driver: 'default', Config: [{ Subnet: '10.0.0.0/28' }] } }],
  ['network', 'no addresses', { ...network, IPAM: { Driver: 'default', Config: [{ Subnet: '999.213.0.0/28' }] } }],
  ['network', 'the whole pool', { ...network, IPAM: { Driver: 'default', Config: [{ Subnet: '10.213.0.0/16' }] } }],
  ['network', 'another name', { ...network, Name: 'jarvis-network' }],
  ['volume', 'a folder of the host', { Name: 'jarvis-ada-1f2e3d4c-data', Labels: labels, DriverOpts: { o: 'bind' } }],
  ['volume', "the platform's own", { Name: 'jarvis-redis-data', Labels: labels }],
  ['connect', 'an address of its own', { Container: 'session-manager', EndpointConfig: { IPAMConfig: {} } }],
] as const)('refuses a %s with %s', (kind, _, body) =>
  expect(() => readBody(kind, body, aPlatform())).toThrow(Forbidden),
);
