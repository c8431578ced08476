import type { InstanceSpec, InstanceUsage, LogLine } from '@app/orchestrator';
import { EngineUnavailableError, SERVICES } from '@app/orchestrator';
import { describeConsole } from '../../libs/orchestrator/src/console.contract';
import { anInstanceSpec, ask } from '../../libs/orchestrator/src/orchestrator.contract';
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
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function anInstance(): Promise<InstanceSpec> {
  const spec = anInstanceSpec(await fixture.ports());
  await fixture.driver().launch(spec, { signal: signal() });
  return spec;
}

describeConsole('docker', () => Promise.resolve(fixture));

describe('docker: usage', () => {
  it('is told by control groups, without asking the engine for each container', async () => {
    const spec = await anInstance();
    const proxy = await CutProxy.open(SOCKET);
    try {
      const used = await fixture.with({ socketPath: proxy.path }).usage(signal());
      expect([...used.keys()]).toEqual([spec.instanceId]);
      expect(proxy.requests.filter((line) => line.includes('/stats'))).toEqual([]);
    } finally {
      await proxy.close();
    }
  });

  it('is told by the engine where control groups cannot be seen, and is the same', async () => {
    const spec = await anInstance();
    const seen = (await fixture.driver().usage(signal())).get(spec.instanceId);
    const blind = fixture.with({ cgroupRoot: '/tmp/jarvis-there-are-no-groups' });
    const told = (await blind.usage(signal())).get(spec.instanceId);
    for (const service of SERVICES) expectAlike(told?.[service], seen?.[service]);
  });

  it('lacks what the engine did not tell in time', async () => {
    const [first, second] = [await anInstance(), await anInstance()];
    const { Id } = await fixture.docker.getContainer(`jarvis-${first.sessionId}-backend`).inspect();
    const proxy = await CutProxy.open(SOCKET);
    try {
      proxy.ignored = new RegExp(`^GET .*/containers/${Id}/stats`);
      const blind = fixture.with({ socketPath: proxy.path, cgroupRoot: '/tmp/jarvis-there-are-no-groups' });
      const before = Date.now();
      const used = await blind.usage(AbortSignal.timeout(5_000));
      expect(Date.now() - before).toBeLessThan(6_000);
      expect(Object.keys(used.get(first.instanceId) ?? {})).toEqual(['frontend']);
      expect(Object.keys(used.get(second.instanceId) ?? {}).toSorted()).toEqual(['backend', 'frontend']);

      const reason = new Error('too late');
      await expect(blind.usage(AbortSignal.abort(reason))).rejects.toBe(reason);
    } finally {
      await proxy.close();
    }
  });

  const expectAlike = (one: InstanceUsage['backend'], other: InstanceUsage['backend']): void => {
    expect(one?.memoryLimitBytes).toBe(other?.memoryLimitBytes);
    expect(Math.abs((one?.cpuSeconds ?? 0) - (other?.cpuSeconds ?? 0))).toBeLessThan(0.5);
    expect(Math.abs((one?.memoryBytes ?? 0) - (other?.memoryBytes ?? 0))).toBeLessThan(10 * MIB);
  };
});

describe('docker: logs', () => {
  it('tell the stream and the moment of each line', async () => {
    const spec = await anInstance();
    const before = Date.now();
    await ask(spec, 'backend', '/print?text=fine');
    await pause(100);
    await ask(spec, 'backend', '/print?text=a+warning&to=stderr');
    await pause(200);
    const lines: LogLine[] = [];
    for await (const line of fixture.driver().logs(spec, 'backend', { tail: 5, follow: false }, signal())) {
      lines.push(line);
    }
    expect(lines).toEqual([
      { at: expect.any(String) as string, stream: 'stdout', text: 'fine' },
      { at: expect.any(String) as string, stream: 'stderr', text: 'a warning' },
    ]);
    const [first = 0, second = 0] = lines.map(({ at = '' }) => Date.parse(at));
    expect(first).toBeGreaterThanOrEqual(before - 1_000);
    expect(second).toBeGreaterThan(first);
    expect(second).toBeLessThan(Date.now() + 1_000);
  });

  it('leave the engine free for others, however many are followed', async () => {
    const spec = await anInstance();
    const driver = fixture.driver();
    const controller = new AbortController();
    const seen = new Set<number>();
    const reading = Array.from({ length: 50 }, async (_, reader) => {
      for await (const line of driver.logs(spec, 'backend', { tail: 1, follow: true }, controller.signal)) {
        if (line.text === 'for all') seen.add(reader);
      }
    });
    await pause(500);
    await ask(spec, 'backend', '/print?text=for+all');
    for (const end = Date.now() + 10_000; seen.size < 50 && Date.now() < end;) await pause(20);
    expect(seen.size).toBe(50);
    const before = Date.now();
    await driver.ping(signal());
    expect(Date.now() - before).toBeLessThan(1_000);
    controller.abort();
    await Promise.all(reading);
  });

  it('say that the engine is away when their connection is lost', async () => {
    const spec = await anInstance();
    const proxy = await CutProxy.open(SOCKET);
    try {
      const driver = fixture.with({ socketPath: proxy.path });
      const lines = driver.logs(spec, 'backend', { tail: 1, follow: true }, signal())[Symbol.asyncIterator]();
      const next = lines.next();
      next.catch(() => undefined);
      await pause(500);
      await proxy.cut();
      await expect(next).rejects.toThrow(EngineUnavailableError);
    } finally {
      await proxy.close();
    }
  });

  it('take no more from the engine than a slow reader reads', async () => {
    const spec = await anInstance();
    await ask(spec, 'backend', `/print?text=${'z'.repeat(1_000)}&times=8000`);
    await pause(1_000);
    const log = fixture.driver().logs(spec, 'backend', { tail: 8_000, follow: true }, signal());
    const lines = log[Symbol.asyncIterator]();
    await lines.next();
    global.gc?.();
    const { arrayBuffers } = process.memoryUsage();
    await pause(1_500);
    expect(process.memoryUsage().arrayBuffers - arrayBuffers).toBeLessThan(2 * MIB);
    await lines.return?.();
  });
});

describe('docker: volumes that are left', () => {
  it('are told without sizes when the engine does not tell these in time', async () => {
    const spec = await anInstance();
    await fixture.driver().remove(spec, { signal: signal(), keepVolume: true });
    const proxy = await CutProxy.open(SOCKET);
    try {
      proxy.ignored = /^GET .*\/system\/df/;
      const [volume] = await fixture.with({ socketPath: proxy.path }).retained(signal());
      expect(volume).toMatchObject({ instanceId: spec.instanceId, name: `jarvis-${spec.sessionId}-data` });
      expect(volume).not.toHaveProperty('sizeBytes');
    } finally {
      await proxy.close();
    }
  });
});

describe('docker: a restart', () => {
  it('ends services that do not want to, and takes up what was paused', async () => {
    const spec = await anInstance();
    await ask(spec, 'frontend', '/stay');
    await fixture.docker.getContainer(`jarvis-${spec.sessionId}-backend`).pause();
    await fixture.driver().restart(spec, signal());
    expect(await ask(spec, 'backend', '/env')).toMatchObject({ API_KEY: spec.apiKey });
  });
});
