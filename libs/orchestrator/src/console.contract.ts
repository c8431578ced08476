import { randomBytes } from 'node:crypto';
import type { InstanceEvent, InstanceRef, InstanceSpec, LogLine, LogOptions, Orchestrator, Service } from './index';
import { InstanceNotFoundError, SERVICES, VolumeInUseError } from './index';
import { LONGEST_LINE_BYTES } from './line-splitter';
import { anInstanceSpec, ask } from './orchestrator.contract';
import type { OrchestratorFixture } from './orchestrator.contract';
import { aWarmSpec, claimOf } from './warm.contract';

const PATIENCE_MS = 60_000;
const MIB = 2 ** 20;
const signal = (): AbortSignal => AbortSignal.timeout(PATIENCE_MS);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What every driver lets organisers see of instances, and do to them. */
export function describeConsole(name: string, open: () => Promise<OrchestratorFixture>): void {
  describe(`${name}: the organisers' console`, () => {
    let fixture: OrchestratorFixture;
    let orchestrator: Orchestrator;

    beforeAll(async () => {
      fixture = await open();
      orchestrator = fixture.driver();
    });

    afterEach(async () => {
      for (const { instanceId, sessionId } of await orchestrator.list(signal()))
        await remove({ instanceId, sessionId });
    });

    const remove = (ref: InstanceRef): Promise<void> => orchestrator.remove(ref, { signal: signal() });
    const listed = async ({ instanceId }: InstanceRef, by = orchestrator) =>
      (await by.list(signal())).find((instance) => instance.instanceId === instanceId);

    async function anInstance(): Promise<InstanceSpec> {
      const spec = anInstanceSpec(await fixture.ports());
      await orchestrator.launch(spec, { signal: signal() });
      return spec;
    }

    describe('restart', () => {
      it('starts both services anew, with all that is theirs', async () => {
        const spec = await anInstance();
        await ask(spec, 'backend', '/write?text=kept');
        const [before, listedBefore] = [await started(spec), await listed(spec)];

        await orchestrator.restart(spec, signal());

        const after = await started(spec);
        for (const service of SERVICES) expect(after[service]).toBeGreaterThan(before[service]);
        expect(await ask(spec, 'backend', '/read')).toEqual({ text: 'kept' });
        expect(await listed(spec)).toEqual(listedBefore);
      });

      it('brings back what has ended', async () => {
        const spec = await anInstance();
        await fixture.stop(spec);
        const manager = fixture.driver();
        await manager.restart(spec, signal());

        expect(await ask(spec, 'backend', '/env')).toMatchObject({ API_KEY: spec.apiKey });
        expect((await listed(spec, manager))?.services).toEqual({ backend: 'running', frontend: 'running' });
        manager.close();
      });

      it("leaves a claimed instance its session's name", async () => {
        const spec = aWarmSpec(await fixture.ports());
        await orchestrator.launch(spec, { signal: signal() });
        const claimed = claimOf(spec);
        await orchestrator.rename(claimed, signal());
        await orchestrator.restart(claimed, signal());
        expect(await listed(spec)).toMatchObject({
          sessionId: claimed.sessionId,
          services: { backend: 'running', frontend: 'running' },
        });
      });

      it('does not look as if somebody had stopped it', async () => {
        const spec = await anInstance();
        const controller = new AbortController();
        const events: InstanceEvent[] = [];
        const watching = (async () => {
          for await (const event of orchestrator.watch(controller.signal)) events.push(event);
        })();
        while (events.length === 0) await pause(20);

        await orchestrator.restart(spec, signal());
        await pause(300);
        controller.abort();
        await watching;
        const ofServices = events.filter((event) => event.kind === 'service');
        expect(ofServices.filter(({ stopped }) => stopped)).toEqual([]);
        for (const service of SERVICES) {
          expect(ofServices.filter((event) => event.service === service).at(-1)?.state ?? 'running').toBe('running');
        }
      });

      it('goes well with a resume at the same time', async () => {
        const spec = await anInstance();
        const before = await started(spec);
        const restarting = orchestrator.restart(spec, signal());
        const resuming = (async () => {
          for (let tries = 0; tries < 10; tries++) {
            await orchestrator.resume(spec, signal()).catch(() => undefined);
            await pause(30);
          }
        })();
        await Promise.all([restarting, resuming]);

        const after = await started(spec);
        for (const service of SERVICES) expect(after[service]).toBeGreaterThan(before[service]);
        await pause(500);
        expect(await started(spec)).toEqual(after);
        expect((await listed(spec))?.services).toEqual({ backend: 'running', frontend: 'running' });
      });

      it('is not undone by the manager that launched it when another one restarts', async () => {
        const spec = await anInstance();
        await fixture.driver().restart(spec, signal());
        const after = await started(spec);
        await pause(1_000);
        expect(await started(spec)).toEqual(after);
      });

      it('is finished by a resume when it was aborted', async () => {
        const spec = await anInstance();
        const controller = new AbortController();
        const reason = new Error('enough');
        setTimeout(() => controller.abort(reason), 20);
        await expect(orchestrator.restart(spec, controller.signal)).rejects.toBe(reason);

        await orchestrator.resume(spec, signal());
        expect((await listed(spec))?.services).toEqual({ backend: 'running', frontend: 'running' });
      });

      it('knows only what exists', async () => {
        const spec = anInstanceSpec(await fixture.ports());
        await expect(orchestrator.restart(spec, signal())).rejects.toThrow(InstanceNotFoundError);
        expect(await fixture.remains(spec)).toEqual([]);
      });
    });

    describe('usage', () => {
      it('tells what each running service takes, of warm instances too, and nothing of ended ones', async () => {
        const spec = await anInstance();
        const warm = aWarmSpec(await fixture.ports());
        await orchestrator.launch(warm, { signal: signal() });
        const before = await orchestrator.usage(signal());
        expect([...before.keys()].toSorted()).toEqual([spec.instanceId, warm.instanceId].toSorted());
        for (const instance of before.values()) {
          for (const service of SERVICES) {
            expect(instance[service]?.cpuSeconds).toBeGreaterThan(0.01);
            expect(instance[service]?.cpuSeconds).toBeLessThan(30);
            expect(instance[service]?.memoryBytes).toBeGreaterThan(5 * MIB);
            expect(instance[service]?.memoryBytes).toBeLessThan(250 * MIB);
            expect(instance[service]?.memoryLimitBytes).toBe(limits()?.[service]);
          }
        }

        await ask(spec, 'frontend', '/burn?ms=1500');
        await fixture.stop(warm);
        const after = await orchestrator.usage(signal());
        expect([...after.keys()]).toEqual([spec.instanceId]);
        const grown = (service: Service): number =>
          (after.get(spec.instanceId)?.[service]?.cpuSeconds ?? 0) -
          (before.get(spec.instanceId)?.[service]?.cpuSeconds ?? 0);
        // A frontend in a container has half a CPU.
        expect(grown('frontend')).toBeGreaterThan(0.3);
        expect(grown('frontend')).toBeLessThan(2.5);
        expect(grown('backend')).toBeGreaterThanOrEqual(0);
        expect(grown('backend')).toBeLessThan(0.3);
      });

      it('does not see another deployment', async () => {
        await anInstance();
        const stranger = fixture.driver({ deployment: `other-${randomBytes(4).toString('hex')}` });
        expect(await stranger.usage(signal())).toEqual(new Map());
      });

      const limits = () => (orchestrator.driver === 'docker' ? { backend: 256 * MIB, frontend: 128 * MIB } : undefined);
    });

    describe('logs', () => {
      const print = async (spec: InstanceSpec, text: string, more = ''): Promise<void> =>
        void (await ask(spec, 'backend', `/print?text=${encodeURIComponent(text)}${more}`));
      const linesOf = async (ref: InstanceRef, options: LogOptions, until = signal()): Promise<string[]> => {
        const found = [];
        for await (const { text } of orchestrator.logs(ref, 'backend', options, until)) found.push(text);
        return found;
      };
      /** Reads on in the background. */
      const follow = (ref: InstanceRef, tail: number) => {
        const controller = new AbortController();
        const seen: LogLine[] = [];
        const ended = (async () => {
          const lines = orchestrator.logs(ref, 'backend', { tail, follow: true }, controller.signal);
          for await (const line of lines) seen.push(line);
        })();
        ended.catch(() => undefined);
        const until = async (text: string): Promise<void> => {
          for (const end = Date.now() + 20_000; Date.now() < end; await pause(20)) {
            if (seen.some((line) => line.text === text)) return;
          }
          throw new Error(`Not seen; seen were ${JSON.stringify(seen)}`);
        };
        return { texts: () => seen.map(({ text }) => text), until, ended, abort: () => controller.abort() };
      };

      it.each([
        { tail: 0, lines: [] },
        { tail: 2, lines: ['zwölf € 🙂', 'four'] },
        { tail: 1_000, lines: ['one', 'two', 'zwölf € 🙂', 'four'] },
      ])('tells the last lines: $tail', async ({ tail, lines }) => {
        const spec = await anInstance();
        for (const text of ['one', 'two', 'zwölf € 🙂', 'four']) await print(spec, text);
        await pause(200);
        expect(await linesOf(spec, { tail, follow: false })).toEqual(lines);
      });

      it('cuts lines that are too long', async () => {
        const spec = await anInstance();
        const long = '€'.repeat(1_500);
        await print(spec, 'x'.repeat(1_000), '&width=50');
        await print(spec, long);
        await pause(200);
        const lines = await linesOf(spec, { tail: 100, follow: false });
        expect(lines).toEqual(['x'.repeat(LONGEST_LINE_BYTES), long]);
      });

      it('tells all of many lines, in order, to a reader who takes their time', async () => {
        const spec = await anInstance();
        await print(spec, 'y'.repeat(1_000), '&times=3000');
        await print(spec, 'the last one');
        await pause(500);
        let read = 0;
        for await (const { text } of orchestrator.logs(spec, 'backend', { tail: 5_000, follow: true }, signal())) {
          if (++read % 500 === 0) await pause(50);
          if (text === 'the last one') break;
          expect(text).toHaveLength(1_000);
        }
        expect(read).toBe(3_001);
      });

      it('goes on with what is printed, over a restart, until it is aborted', async () => {
        const spec = await anInstance();
        await print(spec, 'before');
        await pause(200);
        const [all, further] = [follow(spec, 10), follow(spec, 0)];
        await all.until('before');
        await pause(300);
        await print(spec, 'while it runs');
        for (const log of [all, further]) await log.until('while it runs');
        await orchestrator.restart(spec, signal());
        await print(spec, 'after');
        await print(spec, 'and again');
        for (const log of [all, further]) await log.until('and again');

        for (const log of [all, further]) log.abort();
        const before = Date.now();
        await Promise.all([all.ended, further.ended]);
        expect(Date.now() - before).toBeLessThan(500);
        expect(all.texts()).toEqual(['before', 'while it runs', 'after', 'and again']);
        expect(further.texts()).toEqual(['while it runs', 'after', 'and again']);
      });

      it('tells the last words of a service that ended, and ends with its removal', async () => {
        const spec = await anInstance();
        const log = follow(spec, 10);
        await print(spec, 'farewell');
        await fixture.stop(spec);
        await log.until('farewell');
        await remove(spec);
        await log.ended;
        expect(log.texts()).toEqual(['farewell']);
      });

      it('rejects with the reason of an abort where it does not follow', async () => {
        const spec = await anInstance();
        const reason = new Error('too late');
        await expect(linesOf(spec, { tail: 1, follow: false }, AbortSignal.abort(reason))).rejects.toBe(reason);
        await expect(linesOf(spec, { tail: 1, follow: true }, AbortSignal.abort(reason))).resolves.toEqual([]);
      });

      it.each([true, false])('knows only what exists; following: %s', async (following) => {
        const spec = anInstanceSpec(await fixture.ports());
        await expect(linesOf(spec, { tail: 1, follow: following })).rejects.toThrow(InstanceNotFoundError);
      });
    });

    it('tells of the machine', async () => {
      await anInstance();
      const { cpus, memoryBytes, dataRoot, version, runningContainers } = await orchestrator.host(signal());
      expect(cpus).toBeGreaterThanOrEqual(1);
      expect(memoryBytes).toBeGreaterThan(256 * MIB);
      expect(dataRoot).toMatch(/^\/./);
      expect(version).toMatch(/\d+\.\d+/);
      if (orchestrator.driver === 'docker') expect(runningContainers).toBeGreaterThanOrEqual(2);
      else expect(runningContainers).toBeUndefined();
    });

    describe('retained', () => {
      it('tells of volumes that outlived their services, until they are purged', async () => {
        const [spec] = [await anInstance(), await anInstance()];
        await ask(spec, 'backend', '/write?text=0123456789');
        const createdAt = (await listed(spec))?.createdAt.getTime() ?? 0;
        expect(await orchestrator.retained(signal())).toEqual([]);
        await fixture.stop(spec);
        expect(await orchestrator.retained(signal())).toEqual([]);

        await orchestrator.remove(spec, { signal: signal(), keepVolume: true });
        const found = await fixture.driver().retained(signal());
        expect(found).toEqual([
          {
            instanceId: spec.instanceId,
            sessionId: spec.sessionId,
            userId: spec.userId,
            name: `jarvis-${spec.sessionId}-data`,
            createdAt: expect.any(Date) as Date,
            sizeBytes: expect.any(Number) as number,
          },
        ]);
        expect(found[0]?.sizeBytes).toBeGreaterThanOrEqual(10);
        expect(found[0]?.sizeBytes).toBeLessThan(MIB);
        expect(found[0]?.createdAt.getTime()).toBeGreaterThanOrEqual(createdAt - 2_000);
        expect(found[0]?.createdAt.getTime()).toBeLessThanOrEqual(Date.now());

        await orchestrator.purge(spec, signal());
        expect(await orchestrator.retained(signal())).toEqual([]);
        expect(await fixture.remains(spec)).toEqual([]);
        await orchestrator.purge(spec, signal());
      });

      it('are not purged while the instance has services, running or not, which go on undisturbed', async () => {
        const spec = await anInstance();
        await ask(spec, 'backend', '/write?text=mine');
        const before = await started(spec);
        await expect(orchestrator.purge(spec, signal())).rejects.toThrow(VolumeInUseError);
        expect(await started(spec)).toEqual(before);
        await fixture.stop(spec);
        await expect(orchestrator.purge(spec, signal())).rejects.toThrow(VolumeInUseError);
        await orchestrator.resume(spec, signal());
        expect(await ask(spec, 'backend', '/read')).toEqual({ text: 'mine' });
      });

      it('are not purged by another deployment', async () => {
        const spec = await anInstance();
        await orchestrator.remove(spec, { signal: signal(), keepVolume: true });
        const stranger = fixture.driver({ deployment: `other-${randomBytes(4).toString('hex')}` });
        await stranger.purge(spec, signal());
        expect(await orchestrator.retained(signal())).toHaveLength(1);
      });

      it('does not see another deployment', async () => {
        const spec = await anInstance();
        await orchestrator.remove(spec, { signal: signal(), keepVolume: true });
        const stranger = fixture.driver({ deployment: `other-${randomBytes(4).toString('hex')}` });
        expect(await stranger.retained(signal())).toEqual([]);
      });
    });
  });
}

/** When each service says that it started, in milliseconds. */
async function started(spec: InstanceSpec): Promise<Record<Service, number>> {
  const [backend, frontend] = [await ask(spec, 'backend', '/started'), await ask(spec, 'frontend', '/started')];
  return { backend: Number(backend['at']), frontend: Number(frontend['at']) };
}
