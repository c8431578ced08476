import { appendFile, mkdir, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstanceSpec, LogLine } from '@app/orchestrator';
import { describeConsole } from '../../libs/orchestrator/src/console.contract';
import { anInstanceSpec, ask } from '../../libs/orchestrator/src/orchestrator.contract';
import type { ProcessFixture } from '../support/orchestrator/process-fixture';
import { processFixture } from '../support/orchestrator/process-fixture';

let fixture: ProcessFixture;
beforeAll(async () => {
  fixture = await processFixture();
});
afterAll(() => fixture.close());

const signal = (): AbortSignal => AbortSignal.timeout(60_000);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function anInstance(): Promise<InstanceSpec> {
  const spec = anInstanceSpec(await fixture.ports());
  await fixture.driver().launch(spec, { signal: signal() });
  return spec;
}

const logOf = ({ sessionId }: InstanceSpec): string =>
  join(fixture.options.home, 'logs', `jarvis-${sessionId}-backend.log`);

async function tailOf(spec: InstanceSpec, tail: number): Promise<string[]> {
  const texts = [];
  for await (const { text } of fixture.driver().logs(spec, 'backend', { tail, follow: false }, signal())) {
    texts.push(text);
  }
  return texts;
}

describeConsole('process', () => Promise.resolve(fixture));

describe('process: a log file', () => {
  it.each([
    ['ends in the middle of a line', 'one\ntwo\nthr', 2, ['two', 'thr']],
    ['is to be told without its last words', 'one\ntwo\nthr', 0, []],
    ['is empty', '', 5, []],
    ['has one line', 'one\n', 1, ['one']],
    ['is read from a place far back', `first\n${'x'.repeat(999)}\n`.repeat(400), 800, 800],
    ['has lines at the ends of what is read at once', `${'x'.repeat(65_535)}\n`.repeat(3), 2, 2],
  ])('that %s', async (_, content, tail, lines) => {
    const spec = await anInstance();
    await writeFile(logOf(spec), content);
    const found = await tailOf(spec, tail);
    expect(typeof lines === 'number' ? found.length : found).toEqual(lines);
    await fixture.driver().remove(spec, { signal: signal() });
  });

  it('is followed when it is truncated, replaced, or comes late', async () => {
    const spec = await anInstance();
    const path = logOf(spec);
    const controller = new AbortController();
    const seen: LogLine[] = [];
    const ended = (async () => {
      const lines = fixture.driver().logs(spec, 'backend', { tail: 10, follow: true }, controller.signal);
      for await (const line of lines) seen.push(line);
    })();
    const comes = async (text: string): Promise<void> => {
      for (const end = Date.now() + 5_000; Date.now() < end; await pause(20)) {
        if (seen.at(-1)?.text === text) return;
      }
      throw new Error(`Not seen; seen were ${JSON.stringify(seen)}`);
    };
    await appendFile(path, 'the first of them\nthe second');
    await comes('the first of them');
    await appendFile(path, ' one\n');
    await comes('the second one');
    await truncate(path);
    await pause(500);
    await appendFile(path, 'after a cut\n');
    await comes('after a cut');
    await writeFile(`${path}.next`, 'of another file\n');
    await appendFile(path, 'the last of this one\n');
    await rename(`${path}.next`, path);
    await comes('of another file');
    await rm(path);
    await pause(500);
    await writeFile(path, 'late\n');
    await comes('late');
    controller.abort();
    await ended;
    expect(seen).toEqual(
      ['the first of them', 'the second one', 'after a cut', 'the last of this one', 'of another file', 'late'].map(
        (text) => ({ stream: 'stdout', text }),
      ),
    );
    await fixture.driver().remove(spec, { signal: signal() });
  });

  it('is found for processes whose record somebody deleted', async () => {
    const spec = await anInstance();
    await ask(spec, 'backend', '/print?text=still%20here&to=stderr');
    await rm(join(fixture.options.home, 'instances', `${spec.instanceId}.json`));
    expect(await tailOf(spec, 5)).toEqual(['still here']);
    await fixture.driver().remove(spec, { signal: signal() });
  });
});

describe('process: a volume that is left', () => {
  it('has no size when there is too much in it to look at', async () => {
    const spec = await anInstance();
    const driver = fixture.driver();
    const folder = join(fixture.options.home, 'volumes', `jarvis-${spec.sessionId}-data`, 'deep', 'down');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'note'), '0123456789');
    await driver.remove(spec, { signal: signal(), keepVolume: true });
    expect(await driver.retained(signal())).toMatchObject([{ sizeBytes: 10 }]);

    for (let file = 0; file <= 10_000; file++) await writeFile(join(folder, String(file)), '');
    const [volume] = await driver.retained(signal());
    expect(volume).toMatchObject({ instanceId: spec.instanceId });
    expect(volume).not.toHaveProperty('sizeBytes');
    await driver.remove(spec, { signal: signal() });
  });
});
