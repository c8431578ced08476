import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { each, hostAddresses, reach, reached } from '../support/attack/attacker';
import { Elsewhere } from '../support/attack/elsewhere';
import { ContainerPlatform } from '../support/attack/platform';
import { docker } from '../support/docker';
import { portOfOurs } from '../support/free-port';
import { until, type Answer } from '../support/platform';
import { bash, typed } from '../support/shell';
import { ComposeProject } from '../walk/compose-project';

const POOL = '10.221.0.0/16';
const IMAGE = 'jarvis-host-firewall:latest';
const LISTED = { EGRESS: 'list', EGRESS_LIST: '192.0.2.0/24,192.168.211.8/30' };

const platform = new ContainerPlatform({ SESSION_SUBNET_POOL: POOL, ...LISTED });
const project = new ComposeProject(POOL);
const elsewhere = new Elsewhere();
const { publicAddress, privateAddress } = elsewhere;
let own: Answer['body'];
let hostService: Server;

beforeAll(async () => {
  hostService = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n')).listen(portOfOurs(), '0.0.0.0');
  await once(hostService, 'listening');
  await Promise.all([platform.start(), elsewhere.start(), docker('network', 'create', project.name)]);
  const { status, body } = await platform.request('POST', '/api/sessions', { user_id: 'mallory' });
  expect([status, body.detail]).toEqual([201, undefined]);
  own = body;
}, 180_000);
afterAll(async () => {
  const ends = [
    platform.stop(),
    project.remove(),
    elsewhere.stop(),
    typed(`docker rm -f ${project.name}-alone || true`),
  ];
  await Promise.allSettled(ends);
  hostService.close();
  await typed('docker/host-firewall.sh --remove');
});

const backend = () => `jarvis-${own.session_id}-backend`;
const isHealthy = async () =>
  (await bash(`docker exec ${project.hostFirewall} keep-host-firewall --healthy`)).code === 0;
/** The compose file's service with these variables, until its rules are in force. */
const firewall = async (variables: Record<string, string>) => {
  await project.compose(variables, 'up', '-d', '--no-deps', 'host-firewall');
  await until(isHealthy, 30_000);
};
const hostsOf = (outcomes: string[]) => outcomes.map((outcome) => outcome.split(':')[0]);
/** Where a program of the attacker's own in its container gets. */
const sent = async () => hostsOf(await reached(backend(), each([publicAddress, privateAddress], [elsewhere.port])));
const knocked = async () =>
  hostsOf(await reached(backend(), each(hostAddresses(), [(hostService.address() as AddressInfo).port])));
const logs = (container: string) => typed(`docker logs ${container} 2>&1`);

it('is open without the service, so that what follows means something', async () => {
  expect(await sent()).toEqual([publicAddress, privateAddress]);
  expect(await knocked()).not.toEqual([]);
});

it('closes what the host listens on and metadata where nobody sets anything, and nothing else', async () => {
  await firewall({});
  expect(await sent()).toEqual([publicAddress, privateAddress]);
  expect(await knocked()).toEqual([]);
  await reach(backend(), each(['169.254.169.254'], [80]));
  const dropped = await typed(
    `iptables -w -nvxL JARVIS-EGRESS 2>/dev/null | awk '$9 == "169.254.0.0/16" { print $1 }'`,
  );
  expect(Number(dropped)).toBeGreaterThan(0);
  expect(await logs(project.hostFirewall)).toMatch(/In force: Instances \(10\.221\.0\.0\/16\) .*\(EGRESS=open/);
});

it.each([
  [{ EGRESS: 'internet' }, [publicAddress]],
  [LISTED, [privateAddress]],
  [{ EGRESS: 'none' }, []],
  [{ EGRESS: 'open' }, [publicAddress, privateAddress]],
] as const)('lets instances send with %j to %j, and the platform goes on', async (variables, allowed) => {
  await firewall(variables);
  expect(await sent()).toEqual(allowed);
  expect(await knocked()).toEqual([]);
  // Over its own network and by its published port.
  expect(await reached(backend(), each([backend().replace(/backend$/, 'frontend')], [8000]))).toHaveLength(1);
  expect((await fetch(`${own.backend_url}health`)).status).toBe(200);
  const { status, body } = await platform.request('POST', '/api/sessions', { user_id: 'bob' });
  expect([status, body.detail]).toEqual([201, undefined]);
  expect((await platform.request('DELETE', `/api/admin/sessions/${body.session_id}`)).status).toBeLessThan(300);
});

describe('with the network closed', () => {
  beforeAll(() => firewall({ EGRESS: 'none' }));

  it.each([
    ["the way into the platform's chain", `iptables -w -D DOCKER-USER -s ${POOL} -j JARVIS-EGRESS`],
    ["the chain's rules", 'iptables -w -F JARVIS-EGRESS'],
    ['the way from the host', `iptables -w -D INPUT -s ${POOL} -j JARVIS-INPUT`],
  ])('brings %s back within seconds of being taken away', async (_, command) => {
    const told = (await logs(project.hostFirewall)).length;
    await typed(command);
    await until(async () => (await logs(project.hostFirewall)).slice(told).includes('In force'), 10_000);
    expect((await logs(project.hostFirewall)).slice(told)).toContain('Somebody has changed the rules.');
    expect(await isHealthy()).toBe(true);
    expect([await sent(), await knocked()]).toEqual([[], []]);
  });

  it('keeps its rules where its settings cannot be used, and says so', async () => {
    await project.compose({ EGRESS: 'some' }, 'up', '-d', '--no-deps', 'host-firewall');
    await until(async () => (await logs(project.hostFirewall)).includes('NOT in force: EGRESS: got "some"'));
    expect(await isHealthy()).toBe(false);
    expect(await sent()).toEqual([]);
    await firewall({ EGRESS: 'none' });
  });

  it.each([['kill'], ['stop']])('leaves its rules when it is ended by docker %s', async (command) => {
    await docker(command, project.hostFirewall);
    expect([await sent(), await knocked()]).toEqual([[], []]);
    await docker('start', project.hostFirewall);
    await until(isHealthy, 30_000);
  });
});

it('leaves nothing of an earlier pool, and nothing at all when its rules are taken back', async () => {
  await docker('rm', '-f', project.hostFirewall);
  await typed('docker/host-firewall.sh --remove');
  const before = await typed('iptables-save 2>/dev/null | grep -v "^[#:]"');
  await typed('SESSION_SUBNET_POOL=10.217.0.0/16 docker/host-firewall.sh');
  await typed(
    `SESSION_SUBNET_POOL=10.221.7.7/16 docker/host-firewall.sh && SESSION_SUBNET_POOL=${POOL} docker/host-firewall.sh`,
  );
  const jumps = await typed(`iptables -w -S 2>/dev/null | grep -- '-j JARVIS-'`);
  expect(jumps.split('\n')).toEqual([
    `-A INPUT -s ${POOL} -j JARVIS-INPUT`,
    `-A DOCKER-USER -s ${POOL} -j JARVIS-EGRESS`,
  ]);
  expect((await bash('docker/host-firewall.sh --list')).code).toBe(0);
  await typed('docker/host-firewall.sh --remove');
  expect((await bash('docker/host-firewall.sh --list')).code).toBe(1);
  expect(await typed('iptables-save 2>/dev/null | grep -v "^[#:]"')).toBe(before);
});

it("finds Docker's chains in the older kind of iptables, too", async () => {
  const there = [
    'iptables-legacy -N DOCKER-USER',
    'EGRESS=list EGRESS_LIST=192.0.2.7/32 docker/host-firewall.sh',
    'iptables-legacy -S',
    'docker/host-firewall.sh --remove',
    'echo then; iptables-legacy -S',
  ].join(' && ');
  const [during = '', after = ''] = (await typed(`unshare -n bash -c '${there}'`)).split('\nthen\n');
  expect(during).toContain('-A DOCKER-USER -s 10.213.0.0/16 -j JARVIS-EGRESS');
  expect(during).toMatch(/-A JARVIS-EGRESS -d 192\.0\.2\.7\/32 -j RETURN\n-A JARVIS-EGRESS -j DROP/);
  expect(after).not.toContain('JARVIS');
});

it.each([
  ["where Docker's chains are not", '--network none --cap-add NET_ADMIN', /DOCKER-USER is not in this host's iptables/],
  ['where it may not', '--network host', /you must be root/],
])(
  'goes on %s, is unhealthy and says why',
  async (_, options, words) => {
    const alone = `${project.name}-alone`;
    await typed(`docker run -d --name ${alone} --cap-drop ALL ${options} --read-only --tmpfs /run ${IMAGE}`);
    try {
      const health = () => typed(`docker inspect ${alone} -f '{{.State.Status}} {{.State.Health.Status}}'`);
      await until(async () => (await health()) === 'running unhealthy', 60_000);
      expect(await logs(alone)).toMatch(words);
      expect(await typed(`docker inspect ${alone} -f '{{json .State.Health.Log}}'`)).toMatch(words);
    } finally {
      await docker('rm', '-f', alone);
    }
  },
  90_000,
);

it('is told to the instance, which the Docker proxy lets have it, and refused there in words', async () => {
  const call = async (method: string, body?: object) => {
    const response = await fetch(`${own.backend_url}destinations`, {
      method,
      headers: { 'X-API-Key': own.access_token, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const receiver = (host: string) => ({ type: 'syslog', name: host, host, port: 514, protocol: 'tcp' });
  expect((await call('GET')).body['egress']).toMatchObject({ mode: 'list', networks: LISTED.EGRESS_LIST.split(',') });
  expect((await call('POST', receiver(privateAddress))).status).toBe(201);
  const refused = await call('POST', receiver(publicAddress));
  expect(refused.status).toBe(400);
  expect(refused.body['detail']).toContain(
    `${publicAddress} is out of reach. The organisers have closed the network of instances: ` +
      'events may go to these networks only: 192.0.2.0/24, 192.168.211.8/30.',
  );
});
