import { randomBytes } from 'node:crypto';
import type { InstanceRef, InstanceSpec, ObservedInstance, Orchestrator, PortPair } from './index';
import { InstanceNotFoundError, SERVICES, warmSessionId } from './index';
import { anInstanceSpec, ask, collect, isService } from './orchestrator.contract';
import type { OrchestratorFixture } from './orchestrator.contract';

const PATIENCE_MS = 60_000;
const signal = (): AbortSignal => AbortSignal.timeout(PATIENCE_MS);

/** What every driver does with instances that are born for the pool and claimed later. */
export function describeWarmInstances(name: string, open: () => Promise<OrchestratorFixture>): void {
  describe(`${name}: warm instances`, () => {
    let fixture: OrchestratorFixture;
    let orchestrator: Orchestrator;

    beforeAll(async () => {
      fixture = await open();
      orchestrator = fixture.driver();
    });

    afterEach(async () => {
      for (const instance of await orchestrator.list(signal())) await remove(instance);
    });

    const remove = (ref: InstanceRef): Promise<void> => orchestrator.remove(ref, { signal: signal() });
    const rename = (ref: InstanceRef, by = orchestrator): Promise<void> => by.rename(ref, signal());
    const listed = async ({ instanceId }: InstanceRef): Promise<ObservedInstance | undefined> =>
      (await fixture.driver().list(signal())).find((instance) => instance.instanceId === instanceId);
    /** Names of the birth that are left, but for the volume's. */
    const bornNames = async (ref: InstanceRef): Promise<string[]> =>
      (await fixture.remains(ref)).filter(
        (left) => left.includes(`${warmSessionId(ref.instanceId)}-`) && !left.includes('-data'),
      );

    /** A pair of the pool that runs, with a note on its volume. */
    async function aWarmInstance(): Promise<InstanceSpec> {
      const spec = aWarmSpec(await fixture.ports());
      await orchestrator.launch(spec, { signal: signal() });
      await ask(spec, 'backend', '/write?text=kept');
      return spec;
    }

    it("are nobody's, and say so", async () => {
      const spec = await aWarmInstance();
      expect(await listed(spec)).toMatchObject({
        sessionId: `warm-${spec.instanceId}`,
        userId: '',
        tokenHash: '',
        services: { backend: 'running', frontend: 'running' },
        warm: true,
      });
      expect(await backendOf(spec)).toMatchObject({ API_KEY: spec.apiKey });
    });

    it("become a session's under its name without being started anew", async () => {
      const spec = await aWarmInstance();
      const claimed = claimOf(spec);
      const before = await started(spec);
      await rename(claimed);

      expect(await listed(spec)).toMatchObject({
        sessionId: claimed.sessionId,
        services: { backend: 'running', frontend: 'running' },
        ports: spec.ports,
        volume: true,
        warm: true,
      });
      expect(await started(spec)).toEqual(before);
      expect(await backendOf(spec)).toMatchObject({ API_KEY: spec.apiKey });
      expect(await orchestrator.apiKey(claimed, signal())).toBe(spec.apiKey);
      const health = `${orchestrator.serviceUrl('backend', spec)}/api/v1/health`;
      expect((await fetch(health)).status).toBe(200);

      await remove(claimed);
      expect(await fixture.remains(claimed)).toEqual([]);
    });

    it("are told of as the session's once they are its", async () => {
      const spec = await aWarmInstance();
      const claimed = claimOf(spec);
      const controller = new AbortController();
      const seen = collect(fixture.driver().watch(controller.signal));
      await seen.until(({ kind }) => kind === 'connected');
      const { sessionId } = claimed;

      await rename(claimed);
      await ask(spec, 'backend', '/crash');
      expect(await seen.until(isService(spec, 'backend', 'exited'))).toMatchObject({ sessionId, stopped: false });
      expect(await seen.until(isService(spec, 'backend', 'running'))).toMatchObject({ sessionId });
      await remove(claimed);
      expect(await seen.until(isService(spec, 'frontend', undefined))).toMatchObject({ sessionId });
      controller.abort();
      await seen.ended;
    });

    it("restart after a crash, and come back after a stop, when they are a session's too", async () => {
      const spec = await aWarmInstance();
      const claimed = claimOf(spec);
      await rename(claimed);
      for (const service of SERVICES) {
        const [before] = await started(spec, [service]);
        await ask(spec, service, '/crash');
        await until(async () => (await started(spec, [service]))[0] !== before);
      }
      expect(await backendOf(spec)).toMatchObject({ API_KEY: spec.apiKey });

      await fixture.stop(claimed);
      expect(await listed(spec)).toMatchObject({
        sessionId: claimed.sessionId,
        services: { backend: 'exited', frontend: 'exited' },
      });
      const manager = fixture.driver();
      await manager.resume(claimed, signal());
      expect(await backendOf(spec)).toMatchObject({ API_KEY: spec.apiKey });
      expect(await ask(spec, 'backend', '/read')).toEqual({ text: 'kept' });
      expect(await listed(spec)).toMatchObject({ sessionId: claimed.sessionId, warm: true });
      manager.close();
    });

    it('may be renamed again, by two managers at the same time too', async () => {
      const spec = await aWarmInstance();
      const claimed = claimOf(spec);
      await Promise.all([rename(claimed), rename(claimed, fixture.driver())]);
      await rename(claimed);
      expect(await listed(spec)).toMatchObject({ sessionId: claimed.sessionId });
      expect(await backendOf(spec)).toMatchObject({ API_KEY: spec.apiKey });
    });

    it('are renamed at the same time without getting mixed up', async () => {
      const specs = [await aWarmInstance(), await aWarmInstance()];
      await Promise.all(specs.map((spec) => rename(claimOf(spec))));
      for (const spec of specs) {
        expect(await listed(spec)).toMatchObject({ sessionId: claimOf(spec).sessionId });
        expect(await backendOf(spec)).toMatchObject({ API_KEY: spec.apiKey });
      }
    });

    it('can be renamed only where they exist', async () => {
      const spec = anInstanceSpec(await fixture.ports());
      await expect(rename(spec)).rejects.toThrow(InstanceNotFoundError);
      const reason = new Error('too late');
      await expect(orchestrator.rename(spec, AbortSignal.abort(reason))).rejects.toBe(reason);

      const warm = await aWarmInstance();
      const stranger = fixture.driver({ deployment: `other-${randomBytes(4).toString('hex')}` });
      await expect(rename(claimOf(warm), stranger)).rejects.toThrow(InstanceNotFoundError);
      await orchestrator.remove(warm, { signal: signal(), keepVolume: true });
      await expect(rename(claimOf(warm))).rejects.toThrow(InstanceNotFoundError);
    });

    it.each([
      ['after', true],
      ['before', false],
    ])(
      "are replaced under the session's name, on their volume, by a launch %s they got that name",
      async (_, wasRenamed) => {
        const spec = await aWarmInstance();
        const again = anInstanceSpec(spec.ports, spec.instanceId);
        if (wasRenamed) await rename(again);
        await orchestrator.launch(again, { signal: signal() });

        expect(await bornNames(spec)).toEqual([]);
        expect(await ask(again, 'backend', '/read')).toEqual({ text: 'kept' });
        expect(await backendOf(again)).toMatchObject({ SESSION_ID: again.sessionId, API_KEY: again.apiKey });
        expect(await listed(again)).toMatchObject({
          sessionId: again.sessionId,
          userId: again.userId,
          tokenHash: again.tokenHash,
          services: { backend: 'running', frontend: 'running' },
          volume: true,
          warm: false,
        });
        await remove(again);
        expect(await fixture.remains(again)).toEqual([]);
      },
    );

    it('find their volume again when nothing else was left of them', async () => {
      const spec = await aWarmInstance();
      await rename(claimOf(spec));
      await orchestrator.remove(claimOf(spec), { signal: signal(), keepVolume: true });
      const again = anInstanceSpec(await fixture.ports(), spec.instanceId);
      await orchestrator.launch(again, { signal: signal() });

      expect(await ask(again, 'backend', '/read')).toEqual({ text: 'kept' });
      await remove(again);
      expect(await fixture.remains(again)).toEqual([]);
    });

    it('are of one revision until what they are started from changes', async () => {
      const revision = await orchestrator.revision(signal());
      expect(revision).toMatch(/^[0-9a-f]{16}$/);
      await aWarmInstance();
      expect(await fixture.driver().revision(signal())).toBe(revision);
      const others = await Promise.all(
        (['silent', 'missing'] as const).map((program) => fixture.driver({ program }).revision(signal())),
      );
      expect(new Set([revision, ...others]).size).toBe(3);
      const reason = new Error('too late');
      await expect(orchestrator.revision(AbortSignal.abort(reason))).rejects.toBe(reason);
    });
  });
}

export const aWarmSpec = (ports: PortPair, instanceId = randomBytes(4).toString('hex')): InstanceSpec => ({
  ...anInstanceSpec(ports, instanceId),
  sessionId: warmSessionId(instanceId),
  userId: '',
  tokenHash: '',
  warm: true,
});

/** The session that claims a warm instance. */
export const claimOf = ({ instanceId }: InstanceRef): InstanceRef => ({ instanceId, sessionId: `ada-${instanceId}` });

/** What the backend tells through its frontend. */
const backendOf = (spec: InstanceSpec): Promise<Record<string, unknown>> => ask(spec, 'frontend', '/proxy?path=/env');

/** When the services were started. */
const started = (spec: InstanceSpec, services = SERVICES.slice()): Promise<unknown[]> =>
  Promise.all(services.map(async (service) => (await ask(spec, service, '/started'))['at']));

/** Resolves when it holds; a rejection counts as not yet. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    if (await holds().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not come about');
}
