import { EngineUnavailableError } from '@app/orchestrator';
import type { InstanceSpec } from '@app/orchestrator';
import { anInstanceSpec } from '../../libs/orchestrator/src/orchestrator.contract';
import { CutProxy } from '../support/orchestrator/cut-proxy';
import type { DockerFixture } from '../support/orchestrator/docker-fixture';
import { dockerFixture, SOCKET } from '../support/orchestrator/docker-fixture';

let fixture: DockerFixture;
beforeAll(async () => {
  fixture = await dockerFixture();
});
afterEach(() => fixture.removeAll());
afterAll(() => fixture.close());

const signal = (): AbortSignal => AbortSignal.timeout(60_000);

const anInstance = async (): Promise<InstanceSpec> => anInstanceSpec(await fixture.ports());

describe('docker: a call that the engine never answers', () => {
  it.each([
    ['the removal of a container', /^DELETE .*\/containers\//],
    ['the removal of a network', /^DELETE .*\/networks\//],
    ['the removal of a volume', /^DELETE .*\/volumes\//],
    ['a list', /^GET .*\/containers\/json/],
  ])('is given up in time when it is %s, and a later try succeeds', async (_, ignored) => {
    const proxy = await CutProxy.open(SOCKET);
    try {
      const driver = fixture.with({ socketPath: proxy.path, callTimeoutMs: 3_000 });
      const spec = await anInstance();
      await fixture.with({}).launch(spec, { signal: signal() });
      proxy.ignored = ignored;
      const before = Date.now();
      await expect(driver.remove(spec, { signal: signal() })).rejects.toThrow(EngineUnavailableError);
      expect(Date.now() - before).toBeLessThan(30_000);

      proxy.ignored = undefined;
      await fixture.with({ socketPath: proxy.path }).remove(spec, { signal: signal() });
      expect(await fixture.remains(spec)).toEqual([]);
    } finally {
      await proxy.close();
    }
  });

  it('holds up no other instance, and lets go of its connection', async () => {
    const proxy = await CutProxy.open(SOCKET);
    try {
      const driver = fixture.with({ socketPath: proxy.path, callTimeoutMs: 10_000 });
      const [hung, other] = [await anInstance(), await anInstance()];
      await Promise.all([hung, other].map((spec) => fixture.with({}).launch(spec, { signal: signal() })));
      const { Id } = await fixture.docker.getContainer(`jarvis-${hung.sessionId}-backend`).inspect();
      proxy.ignored = new RegExp(`^DELETE .*/containers/${Id}|^GET .*/images/`);

      const removing = driver.remove(hung, { signal: signal() }).catch((reason: unknown) => reason);
      const removed = driver.remove(other, { signal: signal() }).then(() => 'the other is removed');
      expect(await Promise.race([removing, removed])).toBe('the other is removed');
      expect(await removing).toBeInstanceOf(EngineUnavailableError);

      // More than the driver has connections.
      const asked = await Promise.allSettled(Array.from({ length: 40 }, () => driver.revision(signal())));
      expect(asked.every(({ status }) => status === 'rejected')).toBe(true);
      await expect(driver.ping(signal())).resolves.toBeUndefined();
    } finally {
      await proxy.close();
    }
  });
});
