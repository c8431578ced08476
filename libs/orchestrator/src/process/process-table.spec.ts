import { markerArguments } from './markers';
import type { Marker } from './markers';
import { marked, parsePs, procTable, psTable } from './process-table';

const marker: Marker = {
  home: '/srv/home',
  deployment: 'summit',
  sessionId: 'ada-1f2e3d4c',
  instanceId: '1f2e3d4c',
  service: 'frontend',
};
const command = `node /srv/frontend.cjs ${markerArguments(marker).join(' ')}`;

it('reads what ps prints, without the dead', () => {
  const output = `    1 /sbin/init\n 4711 ${command}\n 4712 [node] <defunct>\n\n`;
  expect(parsePs(output)).toEqual(
    new Map([
      [1, '/sbin/init'],
      [4711, command],
    ]),
  );
});

it('finds the marked ones', () => {
  expect(marked(parsePs(`1 /sbin/init\n4711 ${command}\n`))).toEqual(new Map([[4711, marker]]));
});

it('tells what a process uses, the same by the kernel and by ps', async () => {
  const [own, printed] = [await procTable.usage([process.pid]), await psTable.usage([process.pid])].map((used) =>
    used.get(process.pid),
  );
  // What ps prints on Linux are whole seconds.
  expect(Math.abs((own?.cpuSeconds ?? 0) - (printed?.cpuSeconds ?? 0))).toBeLessThan(2);
  expect((printed?.memoryBytes ?? 0) / (own?.memoryBytes ?? 1)).toBeCloseTo(1, 0);
});

it.each([
  ['the kernel', procTable],
  ['ps', psTable],
])('tells nothing of a process that is gone, or of none: %s', async (_, table) => {
  expect([await table.usage([]), await table.usage([2 ** 30])]).toEqual([new Map(), new Map()]);
});
