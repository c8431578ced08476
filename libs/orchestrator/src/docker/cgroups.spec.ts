import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cgroups } from './cgroups';

const [ONE, TWO, OTHER] = ['1', '2', 'f'].map((digit) => digit.repeat(64)) as [string, string, string];
const USAGE = { cpuSeconds: 2.5, memoryBytes: 4_000, memoryLimitBytes: 9_000 };

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'jarvis-cgroups-'));
});
afterEach(() => rm(root, { recursive: true }));

async function write(folder: string, files: Record<string, string>): Promise<void> {
  await mkdir(join(root, folder), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, folder, name), `${text}\n`);
}

const versionOne =
  (controller: string, below = '', nameOf = (id: string) => join('docker', id)) =>
  async (id: string): Promise<void> => {
    await write(join(controller, below, nameOf(id)), { 'cpuacct.usage': '2500000000' });
    await write(join('memory', below, nameOf(id)), {
      'memory.usage_in_bytes': '5000',
      'memory.limit_in_bytes': '9000',
      'memory.stat': 'cache 3\ntotal_inactive_file 1000',
    });
  };
const versionTwo = (parent: string, prefix: string, suffix: string) => async (id: string) => {
  await write('.', { 'cgroup.controllers': 'cpu memory' });
  await write(join(parent, `${prefix}${id}${suffix}`), {
    'cpu.stat': 'usage_usec 2500000\nuser_usec 1',
    'memory.current': '5000',
    'memory.max': '9000',
    'memory.stat': 'anon 3\ninactive_file 1000',
  });
};

it.each([
  ['version 1', versionOne('cpuacct')],
  ['version 1 with joined controllers', versionOne('cpu,cpuacct')],
  ['version 1 with systemd', versionOne('cpu,cpuacct', 'system.slice', (id) => `docker-${id}.scope`)],
  ['version 1, in the group of an engine that runs in a container', versionOne('cpuacct', `docker/${OTHER}`)],
  ['version 2 with systemd', versionTwo('system.slice', 'docker-', '.scope')],
  ['version 2 without', versionTwo('docker', '', '')],
  ['version 2, somewhere else', versionTwo('jarvis.slice/jarvis-event.slice', 'docker-', '.scope')],
])('reads the groups of containers: %s', async (_, make) => {
  await make(ONE);
  const cgroups = new Cgroups(root);
  expect(await cgroups.usage([ONE, TWO])).toEqual(new Map([[ONE, USAGE]]));
  await make(TWO);
  expect(await cgroups.usage([ONE, TWO])).toEqual(
    new Map([
      [ONE, USAGE],
      [TWO, USAGE],
    ]),
  );
  expect(await cgroups.usage([])).toEqual(new Map());
});

it('goes on finding groups when the engine begins to put them elsewhere', async () => {
  const cgroups = new Cgroups(root);
  await versionTwo('docker', '', '')(ONE);
  await cgroups.usage([ONE]);
  await versionTwo('system.slice', 'docker-', '.scope')(TWO);
  expect([...(await cgroups.usage([ONE, TWO])).keys()].toSorted()).toEqual([ONE, TWO]);
});

it.each([
  ['nothing', async () => undefined],
  ["a container's own group", () => write('memory', { 'memory.usage_in_bytes': '5000' })],
  ['half of version 1', () => write(`memory/docker/${ONE}`, { 'memory.usage_in_bytes': '5000' })],
])('sees none where there is %s', async (_, make) => {
  await make();
  expect(await new Cgroups(root).usage([ONE])).toEqual(new Map());
});
