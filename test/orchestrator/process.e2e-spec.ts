import { copyFile, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LAUNCH_STEPS } from '@app/orchestrator';
import type { InstanceSpec, Orchestrator } from '@app/orchestrator';
import {
  anInstanceSpec,
  ask,
  collect,
  describeOrchestrator,
  isService,
} from '../../libs/orchestrator/src/orchestrator.contract';
import { aWarmSpec, claimOf, describeWarmInstances } from '../../libs/orchestrator/src/warm.contract';
import { launchAndDie } from '../support/orchestrator/killed-manager';
import type { ProcessFixture } from '../support/orchestrator/process-fixture';
import { processFixture } from '../support/orchestrator/process-fixture';

let fixture: ProcessFixture;
beforeAll(async () => {
  fixture = await processFixture();
});
afterAll(() => fixture.close());

const signal = (): AbortSignal => AbortSignal.timeout(60_000);

const anInstance = async (): Promise<InstanceSpec> => anInstanceSpec(await fixture.ports());

async function find(orchestrator: Orchestrator, { instanceId }: InstanceSpec) {
  return (await orchestrator.list(signal())).find((instance) => instance.instanceId === instanceId);
}

describeOrchestrator('process', () => Promise.resolve(fixture));
describeWarmInstances('process', () => Promise.resolve(fixture));

describe('process: a manager that dies', () => {
  it.each(LAUNCH_STEPS.slice(1))('before "%s" leaves nothing that the next one does not find', async (step) => {
    const spec = await anInstance();
    expect(await launchAndDie(fixture.options, spec, step, {})).toBe('SIGKILL');
    const left = await fixture.remains(spec);
    expect(left).not.toEqual([]);
    expect(left.filter((name) => name.startsWith('process'))).toHaveLength(step === 'ready' ? 2 : 0);

    const next = fixture.driver();
    expect(await find(next, spec)).toMatchObject({ userId: spec.userId, volume: true });
    await next.remove(spec, { signal: signal() });
    expect(await fixture.remains(spec)).toEqual([]);
  });

  it('leaves its services running, with none of its own secrets, for the next one to adopt', async () => {
    const spec = await anInstance();
    await launchAndDie(fixture.options, spec, 'ready', { ADMIN_PASSWORD: 'not-for-attendees' });
    const next = fixture.driver();
    await next.resume(spec, signal());

    expect((await find(next, spec))?.services).toEqual({ backend: 'running', frontend: 'running' });
    for (const service of ['backend', 'frontend'] as const) {
      const environment = await ask(spec, service, '/env');
      expect(environment).toMatchObject({ HOST: '127.0.0.1', PORT: String(spec.ports[service]) });
      expect(environment).not.toHaveProperty('ADMIN_PASSWORD');
      expect(environment).not.toHaveProperty('HOME');
    }
    await next.remove(spec, { signal: signal() });
  });
});

describe('process: what lies in the home', () => {
  it('keeps volume, record and logs, and lets nobody else read them', async () => {
    const { home } = fixture.options;
    const spec = await anInstance();
    const orchestrator = fixture.driver();
    await orchestrator.launch(spec, { signal: signal() });
    await ask(spec, 'backend', '/write?text=kept');

    const record = join(home, 'instances', `${spec.instanceId}.json`);
    expect((await stat(record)).mode & 0o777).toBe(0o600);
    expect((await stat(home)).mode & 0o077).toBe(0);
    const volume = join(home, 'volumes', `jarvis-${spec.sessionId}-data`);
    expect(await readFile(join(volume, 'note.txt'), 'utf8')).toBe('kept');
    expect(await readdir(join(home, 'logs'))).toEqual(
      expect.arrayContaining([`jarvis-${spec.sessionId}-backend.log`, `jarvis-${spec.sessionId}-frontend.log`]),
    );
    await orchestrator.remove(spec, { signal: signal() });
  });

  it('keeps the names of its birth when it is claimed, and leaves nothing when it is removed', async () => {
    const { home } = fixture.options;
    const spec = aWarmSpec(await fixture.ports());
    const orchestrator = fixture.driver();
    await orchestrator.launch(spec, { signal: signal() });
    await ask(spec, 'backend', '/write?text=kept');
    await orchestrator.rename(claimOf(spec), signal());

    const born = `jarvis-warm-${spec.instanceId}`;
    expect(await readFile(join(home, 'volumes', `${born}-data`, 'note.txt'), 'utf8')).toBe('kept');
    expect(await readdir(join(home, 'logs'))).toEqual(
      expect.arrayContaining([`${born}-backend.log`, `${born}-frontend.log`]),
    );
    await orchestrator.remove(claimOf(spec), { signal: signal() });
    expect(await fixture.remains(spec)).toEqual([]);
  });

  it('is read as what it was when a version without a pool wrote the record', async () => {
    const spec = await anInstance();
    const orchestrator = fixture.driver();
    await orchestrator.launch(spec, { signal: signal() });
    const path = join(fixture.options.home, 'instances', `${spec.instanceId}.json`);
    const { warm, bornAs, volume, ...earlier } = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
    expect([warm, bornAs, volume]).toEqual([false, spec.sessionId, `jarvis-${spec.sessionId}-data`]);
    await writeFile(path, JSON.stringify(earlier));

    expect(await find(orchestrator, spec)).toMatchObject({ sessionId: spec.sessionId, volume: true, warm: false });
    await orchestrator.remove(spec, { signal: signal() });
    expect(await fixture.remains(spec)).toEqual([]);
  });

  it('lists and removes processes whose record somebody deleted', async () => {
    const spec = await anInstance();
    const orchestrator = fixture.driver();
    await orchestrator.launch(spec, { signal: signal() });
    await rm(join(fixture.options.home, 'instances', `${spec.instanceId}.json`));

    const found = await find(orchestrator, spec);
    expect(found).toMatchObject({ sessionId: spec.sessionId, services: { backend: 'running', frontend: 'running' } });
    await orchestrator.remove(spec, { signal: signal() });
    expect(await fixture.remains(spec)).toEqual([]);
  });

  it('removes what a claimed instance was born as when somebody deleted its record', async () => {
    const spec = aWarmSpec(await fixture.ports());
    const orchestrator = fixture.driver();
    await orchestrator.launch(spec, { signal: signal() });
    await orchestrator.rename(claimOf(spec), signal());
    await rm(join(fixture.options.home, 'instances', `${spec.instanceId}.json`));

    await orchestrator.remove(claimOf(spec), { signal: signal() });
    expect(await fixture.remains(spec)).toEqual([]);
  });

  it('hands the content folder to the backend', async () => {
    const spec = await anInstance();
    const orchestrator = fixture.with({ contentPath: '/srv/content' });
    await orchestrator.launch(spec, { signal: signal() });
    expect(await ask(spec, 'backend', '/env')).toMatchObject({
      EVENT_GENERATORS_DIR: '/srv/content/event_generators',
      PARSERS_DIR: '/srv/content/parsers',
    });
    await orchestrator.remove(spec, { signal: signal() });
  });
});

describe('process: the revision', () => {
  it('is another one for a program that was built anew, and for other options', async () => {
    const { options } = fixture;
    const entry = join(options.home, 'frontend.cjs');
    await copyFile(options.frontendEntry, entry);
    const revision = (changes = {}): Promise<string> =>
      fixture.with({ frontendEntry: entry, ...changes }).revision(signal());
    const first = await revision();
    expect(await revision({ readyTimeoutMs: 1, pollMs: 1 })).toBe(first);

    const others = [
      await revision({ disableAuth: true }),
      await revision({ logLevel: 'debug' }),
      await revision({ contentPath: '/srv/content' }),
      await revision({ execArgv: ['--max-old-space-size=64'] }),
    ];
    await utimes(entry, new Date(), new Date(0));
    others.push(await revision());
    await rm(entry);
    others.push(await revision());
    expect(new Set([first, ...others]).size).toBe(7);
  });
});

describe('process: services of an earlier manager', () => {
  it('are watched too', async () => {
    const spec = await anInstance();
    const earlier = fixture.driver();
    await earlier.launch(spec, { signal: signal() });
    earlier.close();

    const controller = new AbortController();
    const next = fixture.driver();
    const seen = collect(next.watch(controller.signal));
    await seen.until(({ kind }) => kind === 'connected');
    await ask(spec, 'frontend', '/crash');
    expect(await seen.until(isService(spec, 'frontend', 'exited'))).toMatchObject({ stopped: false });

    await next.resume(spec, signal());
    await seen.until(isService(spec, 'frontend', 'running'));
    await next.remove(spec, { signal: signal() });
    await seen.until(isService(spec, 'backend', undefined));
    controller.abort();
    await seen.ended;
  });
});
