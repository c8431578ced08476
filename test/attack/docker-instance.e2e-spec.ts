import { createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { Elsewhere } from '../support/attack/elsewhere';
import { each, hostAddresses, inside, reach, reached, type Target } from '../support/attack/attacker';
import { ContainerPlatform } from '../support/attack/platform';
import { portOfOurs } from '../support/free-port';
import { ROOT, type Answer } from '../support/platform';
import { bash, typed } from '../support/shell';

const PIDS = 64;
const MEMORY_MB = 160;

const platform = new ContainerPlatform({
  SESSION_SUBNET_POOL: '10.220.0.0/16',
  PIDS_LIMIT: String(PIDS),
  BACKEND_MEMORY_LIMIT: `${MEMORY_MB}M`,
  FRONTEND_MEMORY_LIMIT: '128M',
});

/** The attacker's own session, and those that it is after. */
let own: Answer['body'];
let others: Answer['body'][];
/** The attacker: a container of its own beside its instance, limited as that is. */
const GUEST = `jarvis-${platform.deployment}-attacker`;

beforeAll(async () => {
  await platform.start();
  const answers = await Promise.all(
    ['mallory', 'bob', 'carol'].map((user) => platform.request('POST', '/api/sessions', { user_id: user })),
  );
  expect(answers.map(({ status, body }) => [status, body.detail])).toEqual(answers.map(() => [201, undefined]));
  [own, ...others] = answers.map(({ body }) => body);
  const { Config, HostConfig } = await platform.docker.getContainer(backendOf(own)).inspect();
  const { Binds, PortBindings: _, ...limits } = HostConfig;
  const guest = await platform.docker.createContainer({
    name: GUEST,
    Image: Config.Image,
    User: Config.User,
    Entrypoint: ['sleep', 'infinity'],
    HostConfig: { ...limits, Binds: Binds?.filter((bind) => bind.endsWith(':ro')) },
  });
  await guest.start();
});
afterAll(async () => {
  await platform.docker
    .getContainer(GUEST)
    .remove({ force: true })
    .catch(() => undefined);
  await platform.stop();
});

const backendOf = ({ session_id: id }: Answer['body']): string => `jarvis-${id}-backend`;
const frontendOf = ({ session_id: id }: Answer['body']): string => `jarvis-${id}-frontend`;
const instanceOf = ({ session_id: id }: Answer['body']): string => String(id).slice(-8);
const portsOf = ({ frontend_url: page, backend_url: api }: Answer['body']): number[] =>
  [page, api].map((url: string) => Number(new URL(url).port));
const othersContainers = (): string[] => others.flatMap((session) => [backendOf(session), frontendOf(session)]);
const addressesOf = async (containers: string[]): Promise<string[]> =>
  (await Promise.all(containers.map((name) => platform.addresses(name)))).flatMap(Object.values);

describe.each([
  ["a container of its own on its session's network", () => GUEST],
  ["a process in its backend's container", () => backendOf(own)],
])('an attacker with %s', (_with, attacker) => {
  it('reaches what it may, so that its attempts mean something', async () => {
    const names = [backendOf(own), frontendOf(own), `jarvis-${instanceOf(own)}-backend`];
    expect(await reach(attacker(), each(names, [8000]))).toEqual(
      names.map((name) => expect.stringMatching(new RegExp(`^${name}:8000 answer: HTTP/1.1 `))),
    );
  });

  it.each<[string, () => Target[] | Promise<Target[]>]>([
    ["other sessions' containers by their addresses", async () => each(await addressesOf(othersContainers()), [8000])],
    ["other sessions' containers by their names", () => each(othersContainers(), [8000])],
    [
      "other sessions' containers by their network aliases",
      () =>
        each(
          others.flatMap((session) =>
            ['backend', 'frontend'].map((service) => `jarvis-${instanceOf(session)}-${service}`),
          ),
          [8000],
        ),
    ],
    [
      "other sessions' published ports on the gateway of any network and on the host's addresses",
      () => each(hostAddresses(), others.flatMap(portsOf)),
    ],
    ['Redis by its name', () => each([platform.redis, 'redis', 'host.docker.internal'], [6379, platform.redisPort])],
    ['Redis by its address', async () => each(await addressesOf([platform.redis]), [6379])],
    [
      "Redis on the gateway of any network and on the host's addresses",
      () => each(hostAddresses(), [6379, platform.redisPort]),
    ],
    [
      "the session manager by its address on the platform's network",
      async () => each([(await platform.addresses(platform.manager))[platform.network] ?? ''], [9000]),
    ],
    [
      "the session manager on the gateway of any network and on the host's addresses",
      () => each(hostAddresses(), [9000, platform.managerPort]),
    ],
    ['the Docker proxy by its name', () => each([platform.proxy, 'docker-proxy'], [2375, 2376])],
    ["the Docker Engine on the host's addresses", () => each(hostAddresses(), [2375, 2376])],
  ])('does not reach %s', async (_, targets) => {
    const tried = await targets();
    expect(tried.length).toBeGreaterThan(0);
    expect(tried.every(({ host, port }) => host !== '' && port > 0)).toBe(true);
    expect(await reached(attacker(), tried)).toEqual([]);
  });

  it('gets no answer from the session manager where that is a door of its network, whoever it says it is', async () => {
    const door = (await platform.addresses(platform.manager))[`zz-jarvis-${own.session_id}-net`] ?? '';
    expect(door).toMatch(/^10\.220\./);
    const tried = await reach(attacker(), each([door, platform.manager], [9000]));
    expect(tried).toEqual([
      expect.stringMatching(/:9000 (closed|ECONNRESET)$/),
      expect.stringMatching(/:9000 (closed|ECONNRESET)$/),
    ]);
  });

  it('finds nothing of another session in its environment, files and mounts', async () => {
    const { output } = await inside(
      attacker(),
      'sh',
      '-c',
      'env; cat /proc/*/environ /proc/self/mountinfo /proc/net/arp /etc/hosts /etc/resolv.conf /etc/hostname 2>&1',
    );
    expect(output).toMatch(/PATH=/);
    for (const session of others) {
      expect(output).not.toContain(instanceOf(session));
      expect(output).not.toContain(session.user_id);
    }
  });
});

describe("what the engine says of the attacker's own containers", () => {
  it.each([['backend'], ['frontend']])("tells nothing of another session: the %s's", async (service) => {
    const inspected = await platform.docker.getContainer(`jarvis-${own.session_id}-${service}`).inspect();
    const text = JSON.stringify(inspected);
    expect(text).toContain(instanceOf(own));
    for (const { session_token: token, access_token: key, ...session } of others) {
      for (const secret of [instanceOf(session), session.user_id, token, key]) expect(text).not.toContain(secret);
    }
    // Nor the owner's own token, whose hash is kept.
    expect(text).not.toContain(own.session_token);
    const written = inspected.Mounts.filter(({ RW }) => RW).map(({ Name }) => Name);
    expect(written).toEqual([`jarvis-${own.session_id}-data`]);
    const read = inspected.Mounts.filter(({ RW }) => !RW).map(({ Source }) => Source);
    expect(read).toHaveLength(2);
    for (const folder of ['event_generators', 'parsers']) expect(read).toContain(`${ROOT}/Backend/${folder}`);
  });
});

describe("another session's secret", () => {
  it.each([
    ['its access token as a key', (session: Answer['body']) => ({ 'x-api-key': session.access_token })],
    [
      'its access token as a bearer',
      (session: Answer['body']) => ({ authorization: `Bearer ${session.access_token}` }),
    ],
    [
      'its session token as a bearer',
      (session: Answer['body']) => ({ authorization: `Bearer ${session.session_token}` }),
    ],
  ])("opens neither of the attacker's own servers, given %s", async (_, headers) => {
    const [victim] = others;
    const ask = async (session: Answer['body'], url: string) =>
      (await fetch(url, { headers: headers(session) })).status;
    expect(await ask(victim, `${own.backend_url}session`)).toBe(401);
    expect(await ask(victim, new URL('/api/v1/session', own.frontend_url).href)).toBe(401);
  });

  it("does not open the attacker's own page as a link or a cookie, nor its own API as the secret of the instance", async () => {
    const [victim] = others;
    const { Config } = await platform.docker.getContainer(backendOf(victim)).inspect();
    const key = Config.Env.find((entry) => entry.startsWith('API_KEY='))?.slice('API_KEY='.length) ?? '';
    const link = new URL(own.frontend_url);
    link.searchParams.set('token', victim.access_token);
    expect((await fetch(link, { redirect: 'manual' })).status).toBe(401);
    const gate = await fetch(victim.frontend_url, { redirect: 'manual' });
    const cookie = gate.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(cookie).toMatch(/^jarvis_/);
    expect((await fetch(new URL('/api/v1/session', own.frontend_url), { headers: { cookie } })).status).toBe(401);
    expect((await fetch(`${own.backend_url}session`, { headers: { 'x-api-key': key } })).status).toBe(401);
    expect((await fetch(`${victim.backend_url}session`, { headers: { 'x-api-key': key } })).status).toBe(200);
  });
});

describe("the product's own sending", () => {
  const send = async (host: string, port = 80): Promise<{ saved: number; tested: string }> => {
    const headers = { 'x-api-key': own.access_token, 'content-type': 'application/json' };
    const post = (path: string, body: object) =>
      fetch(`${own.backend_url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
    const saved = await post('destinations', { name: `${host} ${port}`, type: 'hec', url, token: 'x' });
    const { id } = (await saved.json()) as { id?: string };
    const tested = id === undefined ? undefined : await post(`destinations/${id}/test`, {});
    return { saved: saved.status, tested: (await tested?.text()) ?? '' };
  };

  it.each(['169.254.169.254', '169.254.170.2', '100.100.100.200', '168.63.129.16', '192.0.0.192', 'fd00:ec2::254'])(
    "does not reach the cloud's metadata at %s",
    async (address) => expect(await send(address)).toEqual({ saved: 400, tested: '' }),
  );

  it("does not reach another session, nor the host by the gateway of another session's network", async () => {
    const [victim] = others;
    const { NetworkSettings } = await platform.docker.getContainer(backendOf(victim)).inspect();
    const [network] = Object.values(NetworkSettings.Networks);
    for (const address of [network?.IPAddress, network?.Gateway])
      expect(await send(address ?? '', 8000)).toEqual({ saved: 400, tested: '' });
  });

  it('does not reach the session manager, which is a door of its network', async () => {
    expect(await send(platform.manager, 9000)).toEqual({
      saved: 201,
      tested: expect.stringContaining('an address of the platform'),
    });
  });
});

describe('in its container an attacker', () => {
  const sh = (command: string): Promise<{ code: number; output: string }> => inside(GUEST, 'sh', '-c', command);
  /** A program that makes one system call or socket, and prints why it could not. */
  const perl = (call: string): string => `perl -e '${call} >= 0 and print "done" or print "$!"'`;
  const calls = process.arch === 'arm64' ? { mount: 40, initModule: 105 } : { mount: 165, initModule: 175 };

  it('has no capability, can gain none, and is filtered', async () => {
    const { output } = await sh('grep -E "^(Cap|NoNewPrivs|Seccomp:|Uid)" /proc/self/status');
    for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb'])
      expect(output).toMatch(new RegExp(`^${set}:\\t0+$`, 'm'));
    expect(output).toMatch(/^NoNewPrivs:\t1$/m);
    expect(output).toMatch(/^Seccomp:\t2$/m);
    expect(output).toMatch(/^Uid:(\t1000){4}$/m);
  });

  it.each([
    ['become root of users of its own', 'unshare --user --map-root-user true', /not permitted/],
    ['write its programs', 'echo x >/usr/local/bin/node', /Read-only file system/],
    ['write its own code', 'touch /app/x', /Read-only file system/],
    ['write its configuration', 'touch /etc/x', /Read-only file system/],
    ['write products', 'touch /Backend/event_generators/x', /Read-only file system/],
    ['write parsers', 'touch /Backend/parsers/x', /Read-only file system/],
    ['run what it wrote', 'cp /bin/true /tmp/x && /tmp/x', /Permission denied/],
    ['make a device', 'mknod /tmp/disk b 8 0', /not permitted/],
    ['set the kernel', 'echo 1 >/proc/sys/kernel/panic', /Read-only file system|Permission denied/],
    ['set its control group', 'mkdir /sys/fs/cgroup/memory/x /sys/fs/cgroup/x', /Read-only|denied|No such file/],
    ['change its owner', 'chown 0 /tmp', /not permitted/],
  ])('cannot %s', async (_, command, refusal) => {
    const { code, output } = await sh(command);
    expect(output).toMatch(refusal);
    expect(code).not.toBe(0);
  });

  it.each([
    ['mount a file system', `syscall(${calls.mount}, my $a = "none", my $b = "/tmp", my $c = "tmpfs", 0, 0)`],
    ['mount its root for writing', `syscall(${calls.mount}, my $a = "none", my $b = "/", my $c = "none", 32, 0)`],
    ['load a kernel module', `syscall(${calls.initModule}, 0, 0, 0)`],
    ['open a raw socket', 'socket(S, 2, 3, 1) ? 0 : -1'],
    ['see the packets of its network', 'socket(S, 17, 3, 0x0300) ? 0 : -1'],
  ])('cannot %s', async (_, call) => expect((await sh(perl(`(${call})`))).output).toMatch(/^Operation not permitted$/));

  it('cannot fork without end', async () => {
    const bomb = `
      let count = 0;
      const more = () => {
        const child = require("node:child_process").spawn("sleep", ["20"]);
        child.on("error", (error) => { console.log(error.code, count); process.exit(); });
        child.on("spawn", () => { count++; more(); });
      };
      more();`;
    const { output } = await inside(GUEST, 'node', '-e', bomb);
    const [, code, count] = /^(\w+) (\d+)$/.exec(output.trim()) ?? [];
    expect(code).toBe('EAGAIN');
    expect(Number(count)).toBeLessThan(PIDS);
    await platform.docker.getContainer(GUEST).restart({ t: 0 });
  });

  it('cannot take more memory than its limit, and takes nothing of the swap', async () => {
    const hog = 'const held = []; for (;;) { held.push(Buffer.alloc(2 ** 20, 1)); console.log(held.length); }';
    const { code, output } = await inside(GUEST, 'node', '-e', hog);
    expect(code).toBe(137);
    expect(Number(output.trim().split('\n').at(-1))).toBeLessThan(MEMORY_MB);
    expect((await platform.docker.getContainer(GUEST).inspect()).HostConfig.MemorySwap).toBe(MEMORY_MB * 2 ** 20);
  });

  it('cannot fill the host through /tmp', async () => {
    const { code, output } = await sh('head -c 100000000 /dev/zero >/tmp/x; status=$?; rm /tmp/x; exit $status');
    expect(output).toMatch(/No space left on device/);
    expect(code).not.toBe(0);
  });
});

describe('the host itself', () => {
  const POOL = '10.220.0.0/16';
  let service: Server;
  let gateway: string;
  beforeAll(async () => {
    service = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n')).listen(portOfOurs(), '0.0.0.0');
    await once(service, 'listening');
    const { NetworkSettings } = await platform.docker.getContainer(GUEST).inspect();
    gateway = Object.values(NetworkSettings.Networks)[0]?.Gateway ?? '';
  });
  afterAll(() => service.close());

  const firewall = (option = '', egress = ''): Promise<string> =>
    typed(`SESSION_SUBNET_POOL=${POOL} ${egress} docker/host-firewall.sh ${option}`);
  const knock = (): Promise<string[]> => reached(GUEST, each([gateway], [(service.address() as AddressInfo).port]));

  it('is reached where a program of it listens on all addresses, unless its firewall keeps sessions out', async () => {
    expect(await knock()).toHaveLength(1);
    try {
      await firewall();
      await firewall();
      expect(await knock()).toEqual([]);
      // Whoever comes by a published port gets in as before.
      expect((await fetch(`${own.backend_url}health`)).status).toBe(200);
      await reach(GUEST, each(['169.254.169.254'], [80]));
      const dropped = await typed(`iptables -w -nvxL JARVIS-EGRESS | awk '$9 == "169.254.0.0/16" { print $1 }'`);
      expect(Number(dropped)).toBeGreaterThan(0);
    } finally {
      await firewall('--remove');
    }
    expect(await knock()).toHaveLength(1);
  });

  it('lets sessions send where EGRESS says, one setting after another, and its own pair talk in each', async () => {
    const elsewhere = new Elsewhere();
    const { publicAddress, privateAddress, port } = elsewhere;
    const sent = async () =>
      (await reached(GUEST, each([publicAddress, privateAddress], [port]))).map((outcome) => outcome.split(':')[0]);
    await elsewhere.start();
    try {
      expect(await sent()).toEqual([publicAddress, privateAddress]);
      for (const [egress, allowed] of [
        ['EGRESS=open', [publicAddress, privateAddress]],
        ['EGRESS=internet', [publicAddress]],
        ['EGRESS=list EGRESS_LIST=192.0.2.0/24,192.168.211.8/30', [privateAddress]],
        ['EGRESS=none', []],
      ] as const) {
        await firewall('', egress);
        expect([egress, await sent()]).toEqual([egress, allowed]);
        expect(await reached(GUEST, each([backendOf(own)], [8000]))).toHaveLength(1);
        expect((await fetch(`${own.backend_url}health`)).status).toBe(200);
      }
      await firewall('--remove');
      expect(await sent()).toEqual([publicAddress, privateAddress]);
    } finally {
      await firewall('--remove');
      await elsewhere.stop();
    }
  }, 60_000);

  it.each([
    ['EGRESS=some', 'EGRESS'],
    ['EGRESS=list', 'EGRESS_LIST'],
    ['EGRESS=list EGRESS_LIST=siem.example.org', 'EGRESS_LIST'],
    ["SESSION_SUBNET_POOL='10.0.0.0/8 -j ACCEPT'", 'SESSION_SUBNET_POOL'],
  ])('changes nothing for %s', async (setting, named) => {
    const before = await typed('iptables-save | grep -v "^[#:]"');
    const { code, stderr } = await bash(`${setting} docker/host-firewall.sh`);
    expect([code, stderr.split(':')[0]]).toEqual([2, named]);
    expect(await typed('iptables-save | grep -v "^[#:]"')).toBe(before);
  });
});
