import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import type { InstanceEvent, InstanceRef, InstanceSpec, LaunchStep, Orchestrator, PortPair, Service } from './index';
import {
  ImageMissingError,
  InstanceNotFoundError,
  LAUNCH_STEPS,
  PortConflictError,
  SERVICES,
  ServiceNotReadyError,
} from './index';

/** What both services of a driver run: a good one, one that ends at once, one that never answers, none at all. */
export type Program = 'server' | 'exits' | 'silent' | 'missing';

/** What the contract needs of a driver's world. */
export interface OrchestratorFixture {
  /** A driver of this run's deployment, or of another one. Two of the same deployment are two managers. */
  driver(options?: { program?: Program; deployment?: string; readyTimeoutMs?: number }): Orchestrator;
  /** Two ports that nothing on this host holds. */
  ports(): Promise<PortPair>;
  /** Ends both services for good, as an operator or a restarted host does. */
  stop(ref: InstanceRef): Promise<void>;
  /** All that is left of an instance, found without the driver. */
  remains(ref: InstanceRef): Promise<string[]>;
}

const PATIENCE_MS = 60_000;
const signal = (): AbortSignal => AbortSignal.timeout(PATIENCE_MS);

/** The behaviour that every driver shares. */
export function describeOrchestrator(name: string, open: () => Promise<OrchestratorFixture>): void {
  describe(`${name}: the orchestrator's contract`, () => {
    let fixture: OrchestratorFixture;
    let orchestrator: Orchestrator;
    const launch = async (spec: InstanceSpec, by = orchestrator): Promise<void> =>
      by.launch(spec, { signal: signal() });
    const remove = async (ref: InstanceRef): Promise<void> => orchestrator.remove(ref, { signal: signal() });
    const listed = async (ref: InstanceRef, by = orchestrator) =>
      (await by.list(signal())).find(({ instanceId }) => instanceId === ref.instanceId);

    beforeAll(async () => {
      fixture = await open();
      orchestrator = fixture.driver();
    });

    afterEach(async () => {
      for (const instance of await orchestrator.list(signal())) await remove(instance);
    });

    const anInstance = async (instanceId?: string): Promise<InstanceSpec> =>
      anInstanceSpec(await fixture.ports(), instanceId);

    describe('launch', () => {
      it('starts a pair that answers with its own environment, and tells each step', async () => {
        const spec = await anInstance();
        const steps: LaunchStep[] = [];
        await orchestrator.launch(spec, { signal: signal(), onStep: (step) => void steps.push(step) });

        expect(steps).toEqual(LAUNCH_STEPS);
        const backend = await ask(spec, 'backend', '/env');
        expect(backend).toMatchObject({ SESSION_ID: spec.sessionId, USER_ID: spec.userId, API_KEY: spec.apiKey });
        const frontend = await ask(spec, 'frontend', '/env');
        expect(frontend).toMatchObject({ SESSION_API_KEY: spec.apiKey, SERVER_MODE: 'gunicorn', WORKERS: '2' });
        expect(frontend).not.toHaveProperty('API_KEY');
        const reached = await ask(spec, 'frontend', `/fetch?url=${String(frontend['API_BASE_URL'])}/api/v1/health`);
        expect(reached).toEqual({ status: 200 });
        expect((await fetch(`${orchestrator.serviceUrl('backend', spec)}/api/v1/health`)).status).toBe(200);
      });

      it('is visible to another manager with all that is needed to adopt it', async () => {
        const spec = await anInstance();
        const before = Date.now();
        await launch(spec);

        const other = fixture.driver();
        const found = await listed(spec, other);
        expect(found).toEqual({
          instanceId: spec.instanceId,
          sessionId: spec.sessionId,
          userId: spec.userId,
          tokenHash: spec.tokenHash,
          expiresAt: spec.expiresAt,
          createdAt: expect.any(Date) as Date,
          services: { backend: 'running', frontend: 'running' },
          ports: spec.ports,
          volume: true,
          network: orchestrator.driver === 'docker',
          warm: false,
        });
        // Engines tell whole seconds.
        expect(found?.createdAt.getTime()).toBeGreaterThanOrEqual(before - 1_000);
        expect(found?.createdAt.getTime()).toBeLessThanOrEqual(Date.now());
        expect(await other.apiKey(spec, signal())).toBe(spec.apiKey);
      });

      it('replaces what an earlier try left and keeps its volume', async () => {
        const spec = await anInstance();
        await launch(spec);
        await ask(spec, 'backend', '/write?text=kept');

        const again = { ...spec, ports: await fixture.ports() };
        await launch(again, fixture.driver());

        expect(await ask(again, 'backend', '/read')).toEqual({ text: 'kept' });
        expect((await listed(spec))?.ports).toEqual(again.ports);
        await expect(ask(spec, 'backend', '/read')).rejects.toThrow();
      });

      it('starts five at once whose ids lead to the same place in the subnet pool', async () => {
        const specs = [];
        for (const first of ['0', '1', '2', '3', '4']) {
          specs.push(await anInstance(`${first}${randomBytes(2).toString('hex')}abc`));
        }
        await Promise.all(specs.map((spec) => launch(spec)));

        for (const spec of specs) {
          expect(await ask(spec, 'backend', '/env')).toMatchObject({ SESSION_ID: spec.sessionId });
        }
      });

      it.each(SERVICES)('names the port when another program holds the one of the %s', async (service) => {
        const spec = await anInstance();
        await using holder = await hold(spec.ports[service]);
        expect(holder.port).toBe(spec.ports[service]);

        const error = await launch(spec).catch((reason: unknown) => reason);

        expect(error).toBeInstanceOf(PortConflictError);
        expect(error).toMatchObject({ port: spec.ports[service] });
        await remove(spec);
        expect(await fixture.remains(spec)).toEqual([]);
      });

      it('names the image that is missing', async () => {
        const broken = fixture.driver({ program: 'missing' });
        const missing = await broken.missingImages(signal());
        expect(missing).toHaveLength(1);
        expect(await orchestrator.missingImages(signal())).toEqual([]);

        const spec = await anInstance();
        const error = await launch(spec, broken).catch((reason: unknown) => reason);

        expect(error).toBeInstanceOf(ImageMissingError);
        expect(error).toMatchObject({ image: missing[0] });
        await remove(spec);
        expect(await fixture.remains(spec)).toEqual([]);
      });

      it('gives up at once on a service that ends, with what it printed', async () => {
        const spec = await anInstance();
        const error = await launch(spec, fixture.driver({ program: 'exits' })).catch((reason: unknown) => reason);

        expect(error).toBeInstanceOf(ServiceNotReadyError);
        expect(error).toMatchObject({ reason: 'exited', logs: expect.stringContaining('the disk is full') as string });
        await remove(spec);
        expect(await fixture.remains(spec)).toEqual([]);
      });

      it('gives up in time on services that do not answer, and removes them although they do not want to end', async () => {
        const spec = await anInstance();
        const silent = fixture.driver({ program: 'silent', readyTimeoutMs: 1_500 });
        const error = await launch(spec, silent).catch((reason: unknown) => reason);

        expect(error).toBeInstanceOf(ServiceNotReadyError);
        expect(error).toMatchObject({ reason: 'timeout', logs: expect.stringContaining('thinking') as string });
        await remove(spec);
        expect(await fixture.remains(spec)).toEqual([]);
      });

      it.each(LAUNCH_STEPS)(
        'rejects with the reason of an abort before "%s", and remove leaves nothing',
        async (step) => {
          const spec = await anInstance();
          const controller = new AbortController();
          const reason = new Error('enough');
          const launching = orchestrator.launch(spec, {
            signal: controller.signal,
            onStep: (begun) => {
              if (begun === step) controller.abort(reason);
            },
          });

          await expect(launching).rejects.toBe(reason);
          await remove(spec);
          expect(await fixture.remains(spec)).toEqual([]);
        },
      );

      it('leaves nothing when it is aborted in the middle of a step', async () => {
        const spec = await anInstance();
        const controller = new AbortController();
        const launching = orchestrator.launch(spec, {
          signal: controller.signal,
          onStep: (step) => {
            if (step === 'starting') setTimeout(() => controller.abort(), 5);
          },
        });

        await expect(launching).rejects.toThrow();
        await remove(spec);
        expect(await fixture.remains(spec)).toEqual([]);
      });
    });

    describe('resume', () => {
      it('brings a stopped pair back with its volume', async () => {
        const spec = await anInstance();
        await launch(spec);
        await ask(spec, 'backend', '/write?text=kept');
        await fixture.stop(spec);
        const manager = fixture.driver();
        expect((await listed(spec, manager))?.services).toEqual({ backend: 'exited', frontend: 'exited' });

        await manager.resume(spec, signal());

        expect(await ask(spec, 'backend', '/read')).toEqual({ text: 'kept' });
        expect((await listed(spec, manager))?.services).toEqual({ backend: 'running', frontend: 'running' });
        manager.close();
      });

      it('leaves a running pair as it is', async () => {
        const spec = await anInstance();
        await launch(spec);
        await fixture.driver().resume(spec, signal());
        expect((await listed(spec))?.services).toEqual({ backend: 'running', frontend: 'running' });
      });

      it('knows only what exists', async () => {
        const spec = await anInstance();
        await expect(orchestrator.resume(spec, signal())).rejects.toThrow(InstanceNotFoundError);
        await expect(orchestrator.apiKey(spec, signal())).rejects.toThrow(InstanceNotFoundError);
      });
    });

    describe('remove', () => {
      it('leaves nothing, and succeeds again on what is gone', async () => {
        const spec = await anInstance();
        await launch(spec);
        expect(await fixture.remains(spec)).not.toEqual([]);

        await remove(spec);
        expect(await fixture.remains(spec)).toEqual([]);
        await remove(spec);
        expect(await listed(spec)).toBeUndefined();
      });

      it('is not undone by the manager that launched it when another one removes', async () => {
        const spec = await anInstance();
        await launch(spec);
        await fixture.driver().remove(spec, { signal: signal() });
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        expect(await fixture.remains(spec)).toEqual([]);
      });

      it('can be asked twice at the same time', async () => {
        const spec = await anInstance();
        await launch(spec);
        await Promise.all([remove(spec), remove(spec)]);
        expect(await fixture.remains(spec)).toEqual([]);
      });

      it('keeps the volume when asked to, and a launch finds it again', async () => {
        const spec = await anInstance();
        await launch(spec);
        await ask(spec, 'backend', '/write?text=kept');
        await orchestrator.remove(spec, { signal: signal(), keepVolume: true });

        expect(await listed(spec)).toMatchObject({ services: {}, ports: {}, volume: true, network: false });
        await launch(spec);
        expect(await ask(spec, 'backend', '/read')).toEqual({ text: 'kept' });
      });

      it('ends a launch that is under way', async () => {
        const spec = await anInstance();
        const silent = fixture.driver({ program: 'silent' });
        let removing: Promise<void> | undefined;
        const launching = silent.launch(spec, {
          signal: signal(),
          onStep: (step) => {
            if (step === 'ready') removing = remove(spec);
          },
        });

        await expect(launching).rejects.toThrow();
        await removing;
        await remove(spec);
        expect(await fixture.remains(spec)).toEqual([]);
      });
    });

    describe('list', () => {
      it('tells of an instance of which only the storage is there', async () => {
        const spec = await anInstance();
        const controller = new AbortController();
        await orchestrator
          .launch(spec, {
            signal: controller.signal,
            onStep: (step) => {
              if (step === 'containers') controller.abort();
            },
          })
          .catch(() => undefined);

        expect(await listed(spec)).toMatchObject({
          sessionId: spec.sessionId,
          userId: spec.userId,
          tokenHash: spec.tokenHash,
          services: {},
          ports: {},
          volume: true,
        });
      });

      it('does not see another deployment, which cannot remove what it does not own', async () => {
        const spec = await anInstance();
        await launch(spec);
        await ask(spec, 'backend', '/write?text=mine');
        const before = await listed(spec);
        const stranger = fixture.driver({ deployment: `other-${randomBytes(4).toString('hex')}` });

        expect(await stranger.list(signal())).toEqual([]);
        await expect(stranger.apiKey(spec, signal())).rejects.toThrow(InstanceNotFoundError);
        await stranger.remove(spec, { signal: signal() });
        expect(await ask(spec, 'backend', '/read')).toEqual({ text: 'mine' });
        expect(await listed(spec)).toEqual(before);
      });
    });

    describe('watch', () => {
      it('tells of a start, of a crash, of the restart and of the removal', async () => {
        const spec = await anInstance();
        const controller = new AbortController();
        const seen = collect(orchestrator.watch(controller.signal));
        await seen.until(({ kind }) => kind === 'connected');
        await launch(spec);
        await seen.until(isService(spec, 'backend', 'running'));
        await seen.until(isService(spec, 'frontend', 'running'));

        seen.forget();
        await ask(spec, 'backend', '/crash');
        expect(await seen.until(isService(spec, 'backend', 'exited'))).toMatchObject({ stopped: false });
        await seen.until(isService(spec, 'backend', 'running'));

        await remove(spec);
        await seen.until(isService(spec, 'backend', undefined));
        await seen.until(isService(spec, 'frontend', undefined));
        controller.abort();
        await seen.ended;
      });

      it('ends promptly and without an error on abort', async () => {
        const controller = new AbortController();
        const seen = collect(orchestrator.watch(controller.signal));
        await seen.until(({ kind }) => kind === 'connected');
        const before = Date.now();
        controller.abort();
        await seen.ended;
        expect(Date.now() - before).toBeLessThan(500);
      });
    });

    it('does nothing for a signal that has aborted already', async () => {
      const spec = await anInstance();
      const reason = new Error('too late');
      const gone = AbortSignal.abort(reason);
      await expect(orchestrator.launch(spec, { signal: gone })).rejects.toBe(reason);
      await expect(orchestrator.list(gone)).rejects.toBe(reason);
      await expect(orchestrator.ping(gone)).rejects.toBe(reason);
      expect(await fixture.remains(spec)).toEqual([]);
    });

    it('says that its engine is there', async () => {
      await expect(orchestrator.ping(signal())).resolves.toBeUndefined();
      await expect(orchestrator.attachDoors(signal())).resolves.toBeUndefined();
    });
  });
}

export const anInstanceSpec = (ports: PortPair, instanceId = randomBytes(4).toString('hex')): InstanceSpec => ({
  instanceId,
  sessionId: `ada-${instanceId}`,
  userId: 'ada lovelace+"1"@example.org',
  tokenHash: randomBytes(32).toString('hex'),
  expiresAt: new Date(Date.now() + 3_600_000),
  ports,
  apiKey: randomBytes(32).toString('hex'),
});

/** What a test service answers at a published port. */
export async function ask(
  { ports }: Pick<InstanceSpec, 'ports'>,
  service: Service,
  path: string,
): Promise<Record<string, unknown>> {
  const response = await fetch(`http://127.0.0.1:${ports[service]}${path}`, { signal: AbortSignal.timeout(10_000) });
  return (await response.json()) as Record<string, unknown>;
}

/** Listens on a port until it is disposed of. */
async function hold(port: number): Promise<AsyncDisposable & { port: number }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export interface Collected {
  /** Resolves with the first event, past or to come, for which `wanted` holds. */
  until(wanted: (event: InstanceEvent) => boolean): Promise<InstanceEvent>;
  forget(): void;
  readonly ended: Promise<void>;
}

/** Reads events in the background. */
export function collect(events: AsyncIterable<InstanceEvent>): Collected {
  const seen: InstanceEvent[] = [];
  const ended = (async () => {
    for await (const event of events) seen.push(event);
  })();
  return {
    ended,
    forget: () => void seen.splice(0),
    async until(wanted) {
      for (const end = Date.now() + 20_000; Date.now() < end;) {
        const event = seen.find(wanted);
        if (event) return event;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`Not seen; seen were ${JSON.stringify(seen)}`);
    },
  };
}

export const isService =
  (ref: InstanceRef, service: Service, state: string | undefined) =>
  (event: InstanceEvent): boolean =>
    event.kind === 'service' &&
    event.instanceId === ref.instanceId &&
    event.service === service &&
    event.state === state;
