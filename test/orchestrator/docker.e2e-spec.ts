import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineError, EngineUnavailableError } from '@app/orchestrator';
import type { InstanceSpec, Service } from '@app/orchestrator';
import {
  anInstanceSpec,
  ask,
  collect,
  describeOrchestrator,
  isService,
} from '../../libs/orchestrator/src/orchestrator.contract';
import { aWarmSpec, claimOf, describeWarmInstances } from '../../libs/orchestrator/src/warm.contract';
import { CutProxy } from '../support/orchestrator/cut-proxy';
import type { DockerFixture } from '../support/orchestrator/docker-fixture';
import { dockerFixture, SOCKET } from '../support/orchestrator/docker-fixture';

let fixture: DockerFixture;
beforeAll(async () => {
  fixture = await dockerFixture();
});
afterEach(() => fixture.removeAll());
afterAll(() => fixture.close());

const MIB = 2 ** 20;
const signal = (): AbortSignal => AbortSignal.timeout(60_000);

const anInstance = async (): Promise<InstanceSpec> => anInstanceSpec(await fixture.ports());

describeOrchestrator('docker', () => Promise.resolve(fixture));
describeWarmInstances('docker', () => Promise.resolve(fixture));

describe('docker: what the engine is told', () => {
  const content: string[] = [];
  afterAll(() => Promise.all(content.map((folder) => rm(folder, { recursive: true }))));

  it("keeps the manual's names, labels, limits and mounts, and the hardening", async () => {
    const contentPath = await mkdtemp(join(tmpdir(), 'jarvis-content-'));
    content.push(contentPath);
    await mkdir(join(contentPath, 'event_generators'));
    await mkdir(join(contentPath, 'parsers'));
    const spec = await anInstance();
    const name = `jarvis-${spec.sessionId}`;
    await fixture.with({ contentPath }).launch(spec, { signal: signal() });

    const { deployment } = fixture.options;
    const labels = {
      managed_by: 'jarvis_session_manager',
      session_id: spec.sessionId,
      instance_id: spec.instanceId,
      user_id: spec.userId,
      expires_at: spec.expiresAt.toISOString(),
      deployment,
    };
    const limits = { backend: [1.5e9, 256 * MIB], frontend: [0.5e9, 128 * MIB] } as const;
    for (const service of ['backend', 'frontend'] as const) {
      const { Config, HostConfig, Mounts, NetworkSettings } = await fixture.docker
        .getContainer(`${name}-${service}`)
        .inspect();
      expect(Config).toMatchObject({ Hostname: `${name}-${service}`, User: '1000:1000' });
      expect(Config.Labels).toMatchObject({ ...labels, service });
      expect(HostConfig).toMatchObject({
        NanoCpus: limits[service][0],
        Memory: limits[service][1],
        PidsLimit: 100,
        CapDrop: ['ALL'],
        SecurityOpt: ['no-new-privileges'],
        ReadonlyRootfs: true,
        RestartPolicy: { Name: 'unless-stopped' },
        LogConfig: { Type: 'json-file', Config: { 'max-size': '10m', 'max-file': '3' } },
      });
      expect(HostConfig.Tmpfs).toHaveProperty('/tmp');
      expect(NetworkSettings.Ports).toEqual({
        '8000/tcp': [{ HostIp: '127.0.0.1', HostPort: String(spec.ports[service]) }],
      });
      expect(Object.keys(NetworkSettings.Networks)).toEqual([`zz-${name}-net`]);
      expect(Mounts.map(({ Type, Name, Source, Destination, RW }) => [Type, Name ?? Source, Destination, RW])).toEqual(
        expect.arrayContaining([
          ['volume', `${name}-data`, service === 'backend' ? '/app/data' : '/app/shared-data', true],
          ['bind', join(contentPath, 'event_generators'), '/Backend/event_generators', false],
          ['bind', join(contentPath, 'parsers'), '/Backend/parsers', false],
        ]),
      );
    }
    expect((await fixture.docker.getVolume(`${name}-data`).inspect()).Labels).toMatchObject(labels);
    const network = await fixture.docker.getNetwork(`zz-${name}-net`).inspect();
    expect(network.Labels).toMatchObject(labels);
    expect(network.IPAM?.Config?.[0]?.Subnet).toMatch(/^10\.219\.\d+\.\d+\/28$/);
  });

  it("shares the volume between both services, whoever owns the frontend's folder", async () => {
    const spec = await anInstance();
    await fixture.driver().launch(spec, { signal: signal() });
    await ask(spec, 'backend', '/write?text=from-backend');
    expect(await ask(spec, 'frontend', '/read')).toEqual({ text: 'from-backend' });
    await ask(spec, 'frontend', '/write?text=from-frontend');
    expect(await ask(spec, 'backend', '/read')).toEqual({ text: 'from-frontend' });
  });

  it('never puts a secret into an address', async () => {
    const proxy = await CutProxy.open(SOCKET);
    try {
      const spec = await anInstance();
      await fixture.with({ socketPath: proxy.path }).launch(spec, { signal: signal() });
      expect(proxy.requests.filter((line) => line.includes('/containers/create?name='))).toHaveLength(2);
      expect(proxy.requests.filter((line) => line.includes(spec.apiKey))).toEqual([]);
      expect(proxy.requests.filter((line) => line.includes(spec.tokenHash))).toEqual([]);
    } finally {
      await proxy.close();
    }
  });

  it('says when the subnet pool is used up', async () => {
    const driver = fixture.with({ subnetPool: `10.218.${randomInt(256)}.16/28` });
    const first = await anInstance();
    await driver.launch(first, { signal: signal() });
    const launching = driver.launch(await anInstance(), { signal: signal() });
    await expect(launching).rejects.toThrow(EngineError);
    await expect(launching).rejects.toThrow('used up');
    await driver.remove(first, { signal: signal() });
  });
});

describe('docker: networks', () => {
  it.each([
    { isolation: 'session', answer: { error: expect.any(String) as string } },
    { isolation: 'shared', answer: { status: 200 } },
  ] as const)('lets a session reach another only when isolation is not $isolation', async ({ isolation, answer }) => {
    const driver = fixture.with({ isolation });
    const [one, other] = [await anInstance(), await anInstance()];
    await Promise.all([one, other].map((spec) => driver.launch(spec, { signal: signal() })));

    expect(await reach(one, await addressOf(one))).toEqual({ status: 200 });
    expect(await reach(one, await addressOf(other))).toEqual(answer);
    expect(await reach(one, `jarvis-${other.sessionId}-backend`)).toEqual(answer);
  });

  it('opens each instance to its doors, again after they were recreated, and closes them in the end', async () => {
    const door = await aDoor();
    const driver = fixture.with({ doors: [door.name, 'jarvis-there-is-no-such-door'] });
    const spec = await anInstance();
    await driver.launch(spec, { signal: signal() });
    const backend = `jarvis-${spec.sessionId}-backend`;
    const through = (): Promise<Record<string, unknown>> =>
      ask(door, 'backend', `/fetch?url=http://${backend}:8000/api/v1/health`);
    expect(await through()).toEqual({ status: 200 });

    await door.recreate();
    expect(await through()).not.toEqual({ status: 200 });
    await driver.attachDoors(signal());
    await driver.attachDoors(signal());
    expect(await through()).toEqual({ status: 200 });

    await driver.remove(spec, { signal: signal() });
    expect(await fixture.remains(spec)).toEqual([]);
    expect(await door.networks()).toEqual(['bridge']);
  });

  it.each(['session', 'shared'] as const)(
    'with %s networks reaches a warm pair by names that outlive its claim',
    async (isolation) => {
      const door = await aDoor();
      const driver = fixture.with({ isolation, doors: [door.name] });
      const spec = aWarmSpec(await fixture.ports());
      await driver.launch(spec, { signal: signal() });
      await driver.attachDoors(signal());
      const inside = fixture.with({ isolation, reach: 'network' });
      const through = (service: Service, path: string): Promise<Record<string, unknown>> =>
        ask(door, 'backend', `/fetch?url=${inside.serviceUrl(service, spec)}${path}`);

      for (const ref of [spec, claimOf(spec)]) {
        await driver.rename(ref, signal());
        expect(await through('backend', '/api/v1/health')).toEqual({ status: 200 });
        expect(await through('frontend', '/health')).toEqual({ status: 200 });
        expect(await ask(spec, 'frontend', '/proxy?path=/env')).toMatchObject({ API_KEY: spec.apiKey });
        expect(await reach(spec, `jarvis-${ref.sessionId}-frontend`)).toEqual({ status: 200 });
      }
      await driver.remove(spec, { signal: signal() });
      expect(await fixture.remains(spec)).toEqual([]);
    },
  );

  it("does not cut the connections of a door's clients when sessions come and go", async () => {
    const network = `jarvis-test-${randomBytes(4).toString('hex')}`;
    await fixture.docker.createNetwork({ Name: network, Labels: { deployment: fixture.options.deployment } });
    const door = await aDoor(network);
    const client = connect(door.ports.backend, '127.0.0.1');
    await once(client, 'connect');
    const cut = jest.fn();
    client.on('close', cut);
    const driver = fixture.with({ doors: [door.name] });
    const spec = await anInstance();
    await driver.launch(spec, { signal: signal() });
    await driver.remove(spec, { signal: signal() });
    client.write('GET /health HTTP/1.0\r\n\r\n');
    const [answer] = (await once(client, 'data')) as [Buffer];
    expect(answer.toString()).toContain('200');
    expect(cut).not.toHaveBeenCalled();
    client.destroy();
  });

  it("removes a network although a stranger's container is on it", async () => {
    const stranger = await aDoor();
    const spec = await anInstance();
    const driver = fixture.driver();
    await driver.launch(spec, { signal: signal() });
    await fixture.docker.getNetwork(`zz-jarvis-${spec.sessionId}-net`).connect({ Container: stranger.name });

    await driver.remove(spec, { signal: signal() });
    expect(await fixture.remains(spec)).toEqual([]);
    expect(await stranger.networks()).toEqual(['bridge']);
  });
});

describe('docker: the engine', () => {
  it('tells a stop from a crash', async () => {
    const spec = await anInstance();
    const controller = new AbortController();
    const seen = collect(fixture.driver().watch(controller.signal));
    await seen.until(({ kind }) => kind === 'connected');
    await fixture.driver().launch(spec, { signal: signal() });
    await fixture.docker.getContainer(`jarvis-${spec.sessionId}-frontend`).stop();

    await seen.until((event) => isService(spec, 'frontend', 'exited')(event) && 'stopped' in event && event.stopped);
    controller.abort();
    await seen.ended;
  });

  it('is watched again after its connection was lost', async () => {
    const proxy = await CutProxy.open(SOCKET);
    const controller = new AbortController();
    try {
      const spec = await anInstance();
      const seen = collect(fixture.with({ socketPath: proxy.path }).watch(controller.signal));
      await seen.until(({ kind }) => kind === 'connected');
      await proxy.cut();
      await seen.until(({ kind }) => kind === 'lost');
      seen.forget();
      await new Promise((resolve) => setTimeout(resolve, 500));
      await proxy.mend();
      await seen.until(({ kind }) => kind === 'connected');
      await fixture.driver().launch(spec, { signal: signal() });
      await seen.until(isService(spec, 'backend', 'running'));
      controller.abort();
      await seen.ended;
    } finally {
      controller.abort();
      await proxy.close();
    }
  });

  it('is said to be away, quickly, when there is none', async () => {
    const driver = fixture.with({ socketPath: '/tmp/jarvis-there-is-no-engine.sock' });
    const spec = await anInstance();
    const before = Date.now();
    await expect(driver.ping(signal())).rejects.toThrow(EngineUnavailableError);
    await expect(driver.list(signal())).rejects.toThrow(EngineUnavailableError);
    await expect(driver.launch(spec, { signal: signal() })).rejects.toThrow(EngineUnavailableError);
    await expect(driver.resume(spec, signal())).rejects.toThrow(EngineUnavailableError);
    await expect(driver.remove(spec, { signal: signal() })).rejects.toThrow(EngineUnavailableError);
    await expect(driver.apiKey(spec, signal())).rejects.toThrow(EngineUnavailableError);
    await expect(driver.missingImages(signal())).rejects.toThrow(EngineUnavailableError);
    expect(Date.now() - before).toBeLessThan(1_000);
  });

  it('is said to be away when it does not answer', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'jarvis-mute-')), 'docker.sock');
    const mute = createServer((socket) => void socket.resume());
    await new Promise<void>((resolve) => mute.listen(path, resolve));
    const driver = fixture.with({ socketPath: path, callTimeoutMs: 200 });
    await expect(driver.ping(signal())).rejects.toThrow(EngineUnavailableError);
    await expect(driver.list(signal())).rejects.toThrow(EngineUnavailableError);
    await new Promise<void>((resolve) => {
      driver.close();
      mute.close(() => resolve());
    });
    await rm(join(path, '..'), { recursive: true });
  });
});

const reach = (from: InstanceSpec, address: string): Promise<Record<string, unknown>> =>
  ask(from, 'backend', `/fetch?url=http://${address}:8000/api/v1/health`);

async function addressOf({ sessionId }: InstanceSpec): Promise<string> {
  const { NetworkSettings } = await fixture.docker.getContainer(`jarvis-${sessionId}-backend`).inspect();
  return Object.values(NetworkSettings.Networks)[0]?.IPAddress ?? '';
}

/** A container with the run's label, so that it is cleaned up, and no instance's. */
async function aDoor(network = 'bridge') {
  const name = `jarvis-door-${randomBytes(4).toString('hex')}`;
  const ports = await fixture.ports();
  const start = async (): Promise<void> => {
    const container = await fixture.docker.createContainer({
      name,
      Image: fixture.options.images.backend,
      Labels: { deployment: fixture.options.deployment },
      ExposedPorts: { '8000/tcp': {} },
      HostConfig: {
        NetworkMode: network,
        PortBindings: { '8000/tcp': [{ HostIp: '127.0.0.1', HostPort: String(ports.backend) }] },
      },
    });
    await container.start();
    const door = { ports };
    for (const end = Date.now() + 20_000; Date.now() < end;) {
      if (await ask(door, 'backend', '/health').catch(() => undefined)) return;
    }
  };
  await start();
  return {
    name,
    ports,
    recreate: async () => {
      await fixture.docker.getContainer(name).remove({ force: true });
      await start();
    },
    networks: async () => Object.keys((await fixture.docker.getContainer(name).inspect()).NetworkSettings.Networks),
  };
}
