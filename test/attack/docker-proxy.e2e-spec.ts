import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineError, EngineUnavailableError, type DockerOrchestrator, type InstanceSpec } from '@app/orchestrator';
import { anInstanceSpec, ask, collect, isService } from '../../libs/orchestrator/src/orchestrator.contract';
import { aWarmSpec, claimOf } from '../../libs/orchestrator/src/warm.contract';
import { inside } from '../support/attack/attacker';
import { startProxy, type TestProxy } from '../support/docker-proxy';
import { until } from '../support/platform';
import { CutProxy } from '../support/orchestrator/cut-proxy';
import { dockerFixture, SOCKET, type DockerFixture } from '../support/orchestrator/docker-fixture';

const DOOR = `jarvis-test-door-${randomBytes(4).toString('hex')}`;
const STRANGER = `jarvis-test-stranger-${randomBytes(4).toString('hex')}`;

let fixture: DockerFixture;
let engine: CutProxy;
let proxy: TestProxy;
let driver: DockerOrchestrator;
let contentPath: string;

beforeAll(async () => {
  fixture = await dockerFixture();
  engine = await CutProxy.open(SOCKET);
  contentPath = await mkdtemp(join(tmpdir(), 'jarvis-content-'));
  for (const folder of ['event_generators', 'parsers']) await mkdir(join(contentPath, folder));
  const { deployment, images, subnetPool, sharedNetwork } = fixture.options;
  // A container of somebody else, and one of the platform's that is a door and brings the content.
  for (const [name, binds] of [
    [STRANGER, []],
    [DOOR, [`${contentPath}:/Backend:ro`]],
  ] as const) {
    const container = await fixture.docker.createContainer({
      name,
      Image: images.backend,
      Cmd: ['node', '/service/silent.cjs'],
      HostConfig: { Binds: [...binds] },
    });
    await container.start();
  }
  proxy = await startProxy({
    DOCKER_SOCKET: engine.path,
    DEPLOYMENT_ID: deployment,
    BACKEND_IMAGE: images.backend,
    FRONTEND_IMAGE: images.frontend,
    SESSION_SUBNET_POOL: subnetPool,
    DOCKER_NETWORK: sharedNetwork,
    DOOR_CONTAINERS: DOOR,
    PORT_RANGE_START: '20000',
    PORT_RANGE_END: '32000',
  });
  driver = fixture.with({
    socketPath: proxy.socketPath,
    doors: [DOOR],
    contentPath,
    cgroupRoot: '/tmp/jarvis-there-are-no-groups',
  });
});
afterAll(async () => {
  await proxy.stop();
  await engine.close();
  for (const name of [STRANGER, DOOR]) await fixture.docker.getContainer(name).remove({ force: true });
  await fixture.close();
  await rm(contentPath, { recursive: true });
});

const signal = (): AbortSignal => AbortSignal.timeout(60_000);
const anInstance = async (): Promise<InstanceSpec> => anInstanceSpec(await fixture.ports());
const refusals = (): unknown[] => proxy.log.filter(({ message }) => message === 'Refused');

/** What the proxy answers to a request as it is typed. */
const send = (method: string, path: string, body?: object): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const call = request({ socketPath: proxy.socketPath, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    call.on('error', reject);
    call.end(body && JSON.stringify(body));
  });

describe('the Docker proxy lets the session manager do all its work', () => {
  it('listens for its owner and its group, and nobody else', async () => {
    expect((await stat(proxy.socketPath)).mode & 0o777).toBe(0o660);
  });

  it('from the launch of an instance to its end', async () => {
    const watching = new AbortController();
    const events = collect(driver.watch(watching.signal));
    await events.until(({ kind }) => kind === 'connected');
    const spec = await anInstance();
    await driver.launch(spec, { signal: signal() });
    await events.until(isService(spec, 'frontend', 'running'));
    await driver.attachDoors(signal());
    await ask(spec, 'backend', '/print?text=spoken');

    expect(await driver.list(signal())).toMatchObject([{ sessionId: spec.sessionId, network: true, volume: true }]);
    expect(await driver.apiKey(spec, signal())).toBe(spec.apiKey);
    expect((await driver.usage(signal())).get(spec.instanceId)?.backend?.memoryBytes).toBeGreaterThan(0);
    expect((await driver.host(signal())).cpus).toBeGreaterThan(0);
    expect(await driver.missingImages(signal())).toEqual([]);
    await driver.restart(spec, signal());
    const following = new AbortController();
    const lines: string[] = [];
    const reading = (async () => {
      for await (const { text } of driver.logs(spec, 'backend', { tail: 10, follow: true }, following.signal)) {
        lines.push(text);
        if (text === 'spoken later') following.abort();
      }
    })().catch(() => undefined);
    await ask(spec, 'backend', '/print?text=spoken+later');
    await reading;
    expect(lines).toEqual(['spoken', 'spoken later']);

    const pausing = fixture.docker.getContainer(`jarvis-${spec.sessionId}-backend`);
    await pausing.pause();
    await driver.resume(spec, signal());
    expect((await pausing.inspect()).State.Paused).toBe(false);

    await driver.remove(spec, { signal: signal(), keepVolume: true });
    expect(await driver.retained(signal())).toMatchObject([{ instanceId: spec.instanceId }]);
    await driver.purge(spec, signal());
    expect(await fixture.remains(spec)).toEqual([]);
    watching.abort();
    await events.ended;
    expect(refusals()).toEqual([]);
  });

  it('a warm instance, too, which gets the names of the session that claims it', async () => {
    const warm = aWarmSpec(await fixture.ports());
    await driver.launch(warm, { signal: signal() });
    await driver.rename(claimOf(warm), signal());
    expect(await driver.list(signal())).toMatchObject([{ sessionId: claimOf(warm).sessionId }]);
    await driver.remove(warm, { signal: signal() });
    expect(refusals()).toEqual([]);
  });

  it('one that looks no names up but those of its network, where that is closed', async () => {
    const egress = { mode: 'none', networks: [] } as const;
    const closed = fixture.with({ socketPath: proxy.socketPath, destinations: { allow: [], deny: [], egress } });
    const spec = await anInstance();
    await closed.launch(spec, { signal: signal() });
    const [backend, frontend] = [`jarvis-${spec.sessionId}-backend`, `jarvis-${spec.sessionId}-frontend`];
    const script = `require('node:dns').lookup(process.argv[1], (error) => console.log(error ? 'unknown' : 'known'))`;
    const lookUp = async (name: string) => (await inside(backend, 'node', '-e', script, name)).output.trim();
    expect([await lookUp(frontend), await lookUp('example.org')]).toEqual(['known', 'unknown']);
    await closed.remove(spec, { signal: signal() });
    expect(refusals()).toEqual([]);
  });

  it("and hands the engine's own errors on", async () => {
    const spec = await anInstance();
    const other = { ...(await anInstance()), ports: spec.ports };
    await driver.launch(spec, { signal: signal() });
    await expect(driver.launch(other, { signal: signal() })).rejects.toMatchObject({ name: 'PortConflictError' });
    await driver.remove(other, { signal: signal() });
    await driver.remove(spec, { signal: signal() });
    expect(refusals()).toEqual([]);
  });

  it('and is silent while the engine is away, as an engine that is away', async () => {
    await engine.cut();
    await expect(driver.ping(signal())).rejects.toThrow(EngineUnavailableError);
    await engine.mend();
    await expect(driver.ping(signal())).resolves.toBeUndefined();
  });
});

describe('an attacker who has taken the session manager over cannot', () => {
  const exec = { Cmd: ['id'], AttachStdout: true };
  const labels = () => ({ managed_by: 'jarvis_session_manager', deployment: fixture.options.deployment });
  /** An instance's container as the session manager describes it, but for some of its settings on the host. */
  const described = async (name: string, changes: object) => {
    const { options } = fixture;
    const network = name.replace(/^(.*)-backend$/, 'zz-$1-net');
    return {
      Image: options.images.backend,
      Hostname: name,
      User: '1000:1000',
      Labels: labels(),
      Env: [],
      ExposedPorts: { '8000/tcp': {} },
      StopTimeout: 5,
      HostConfig: {
        Binds: [name.replace('-backend', '-data:/app/data')],
        PortBindings: { '8000/tcp': [{ HostIp: '127.0.0.1', HostPort: String((await fixture.ports()).backend) }] },
        NetworkMode: network,
        RestartPolicy: { Name: 'unless-stopped' },
        NanoCpus: 1e9,
        Memory: 2 ** 27,
        MemorySwap: 2 ** 27,
        PidsLimit: 64,
        CapDrop: ['ALL'],
        SecurityOpt: ['no-new-privileges'],
        ReadonlyRootfs: true,
        Tmpfs: { '/tmp': 'rw,noexec,nosuid,nodev,size=64m,mode=1777' },
        LogConfig: { Type: 'json-file', Config: { 'max-size': '1m', 'max-file': '1' } },
        ...changes,
      },
      NetworkingConfig: { EndpointsConfig: { [network]: { Aliases: [name] } } },
    };
  };

  it.each([
    ['list what else the engine runs', 'GET', '/containers/json?all=1', undefined, /not limited/],
    ['read how a container of somebody else is set', 'GET', `/containers/${STRANGER}/json`, undefined, /no container/],
    ['read what it prints', 'GET', `/containers/${STRANGER}/logs?stdout=1`, undefined, /no container/],
    ['end it', 'POST', `/containers/${STRANGER}/kill`, undefined, /no container/],
    ['remove it', 'DELETE', `/containers/${STRANGER}?force=1`, undefined, /no container/],
    ['remove a door', 'DELETE', `/containers/${DOOR}?force=1`, undefined, /no container/],
    ['run a program in it', 'POST', `/containers/${STRANGER}/exec`, exec, /no such call/],
    ['run a program in a door', 'POST', `/containers/${DOOR}/exec`, exec, /no such call/],
    ['read its files', 'GET', `/containers/${STRANGER}/archive?path=/etc/passwd`, undefined, /no such call/],
    ['take an image from elsewhere', 'POST', '/images/create?fromImage=evil', undefined, /no such call/],
    ['build one', 'POST', '/build', undefined, /no such call/],
    ['look at other images', 'GET', '/images/debian:12.15-slim/json', undefined, /no image/],
    ['remove a network of somebody else', 'DELETE', '/networks/bridge', undefined, /no network/],
    ['join itself to one', 'POST', '/networks/bridge/connect', { Container: DOOR }, /no network/],
    [
      'mount the host through a volume',
      'POST',
      '/volumes/create',
      { Name: 'jarvis-ada-1f2e3d4c-data', Labels: {}, DriverOpts: { type: 'none', o: 'bind', device: '/' } },
      /the volume is not as/,
    ],
    ['make the engine part of a swarm', 'POST', '/swarm/init', {}, /no such call/],
  ])('%s', async (_, method, path, body, reason) => {
    proxy.log.length = 0;
    const { status, text } = await send(method, path, body);
    expect(status).toBe(403);
    expect(text).toMatch(reason);
    await until(() => proxy.log.length > 0);
    expect(proxy.log).toEqual([
      expect.objectContaining({
        level: 'warn',
        method,
        path: path.split('?')[0],
        reason: expect.stringMatching(reason),
      }),
    ]);
    expect((await fixture.docker.getContainer(STRANGER).inspect()).State.Running).toBe(true);
  });

  it.each([
    ['privileged', { Privileged: true }],
    ['with the whole host in it', { Binds: ['/:/app/data'] }],
    ['with the Docker socket in it', { Binds: ['/var/run/docker.sock:/app/data'] }],
    ['on the network of the host', { NetworkMode: 'host' }],
    ['with a capability', { CapAdd: ['SYS_ADMIN'] }],
    ['with the volume of somebody else', { Binds: ['jarvis-nobody-1f2e3d4c-data:/app/data'] }],
  ])('start a container %s', async (_, changes) => {
    const name = `jarvis-${(await anInstance()).sessionId}-backend`;
    await fixture.docker.createVolume({ Name: name.replace('-backend', '-data'), Labels: labels() });
    const create = (settings: object) => send('POST', `/containers/create?name=${name}`, settings);
    expect((await create(await described(name, changes))).status).toBe(403);
    await expect(fixture.docker.getContainer(name).inspect()).rejects.toMatchObject({ statusCode: 404 });
    expect((await create(await described(name, {}))).status).toBe(201);
    await fixture.removeAll();
  });

  it("mount the volume of another program on this host, though it has an instance's name", async () => {
    const spec = await anInstance();
    const Name = `jarvis-${spec.sessionId}-data`;
    await fixture.docker.createVolume({ Name });
    try {
      await expect(driver.launch(spec, { signal: signal() })).rejects.toThrow(EngineError);
      await until(() => proxy.log.some(({ reason }) => reason === `${Name} is no volume of this platform`));
    } finally {
      await driver.remove(spec, { signal: signal() });
      await fixture.docker.getVolume(Name).remove();
    }
  });

  it('fill its memory with a description that does not end', async () => {
    const filler = 'x'.repeat(100_000);
    const { status, text } = await send('POST', '/containers/create?name=jarvis-ada-1f2e3d4c-backend', { filler });
    expect([status, text]).toEqual([403, expect.stringMatching(/more than 65536 bytes/)]);
  });
});
