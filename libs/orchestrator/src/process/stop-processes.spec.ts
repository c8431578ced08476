import { markerArguments } from './markers';
import type { Marker } from './markers';
import type { ProcessTable } from './process-table';
import { stopProcesses } from './stop-processes';

const marker: Marker = {
  home: '/srv/home',
  deployment: 'summit',
  sessionId: 'ada-1f2e3d4c',
  instanceId: '1f2e3d4c',
  service: 'frontend',
};
const command = (of: Marker): string => `node /srv/frontend.cjs ${markerArguments(of).join(' ')}`;

let kill: jest.SpyInstance;
beforeEach(() => {
  kill = jest.spyOn(process, 'kill').mockImplementation(() => true);
});
afterEach(() => kill.mockRestore());

/** A table with one process that is as these looks, one after the other, find it. */
const tableOf = (...looks: (string | undefined)[]): ProcessTable => ({
  commands: () => Promise.resolve(new Map()),
  commandOf: () => Promise.resolve(looks.length > 1 ? looks.shift() : looks[0]),
  usage: () => Promise.resolve(new Map()),
});
const stop = (table: ProcessTable): Promise<void> =>
  stopProcesses(table, new Map([[4711, marker]]), AbortSignal.timeout(10_000));

it.each([
  ['has ended', undefined],
  ['belongs to another program now', '/usr/bin/postgres'],
  ["belongs to another instance's service now", command({ ...marker, instanceId: 'aaaaaaaa' })],
  ['belongs to another home now', command({ ...marker, home: '/srv/other' })],
])('sends nothing to a process id that %s', async (_, line) => {
  await stop(tableOf(line));
  expect(kill).not.toHaveBeenCalled();
});

it('asks the whole group, and leaves it at that when the process ends', async () => {
  await stop(tableOf(command(marker), command(marker), undefined));
  expect(kill.mock.calls).toEqual([[-4711, 'SIGTERM']]);
});

it('kills what does not listen', async () => {
  let alive = true;
  kill.mockImplementation((_, name) => {
    if (name === 'SIGKILL') alive = false;
    return true;
  });
  await stop({ ...tableOf(), commandOf: () => Promise.resolve(alive ? command(marker) : undefined) });
  expect(kill.mock.calls).toEqual([
    [-4711, 'SIGTERM'],
    [-4711, 'SIGKILL'],
  ]);
});
