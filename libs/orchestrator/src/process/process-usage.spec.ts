import { parseProc, parsePsUsage } from './process-usage';

const stat = (name: string): string =>
  `4711 (${name}) S 1 4711 4711 0 -1 4194560 9126 0 12 0 315 27 1 2 20 0 11 0 1718022 1073741824 12345 18446744073709551615 1 1 0`;
const status = 'Name:\tnode\nVmPeak:\t 1048576 kB\nVmRSS:\t   49380 kB\nRssAnon:\t   20000 kB\n';

it.each(['node', 'a name) with (brackets'])('reads what the kernel tells of "%s"', (name) => {
  expect(parseProc(stat(name), status)).toEqual({ cpuSeconds: 3.42, memoryBytes: 49_380 * 1024 });
});

it.each([
  ['has ended', stat('node'), 'Name:\tnode\nState:\tZ (zombie)\n'],
  ['is gone', '', ''],
])('reads nothing of a process that %s', (_, ofStat, ofStatus) => {
  expect(parseProc(ofStat, ofStatus)).toBeUndefined();
});

it('reads what ps prints on Linux and elsewhere', () => {
  const output = '    1 00:00:02   9000\n 4711 1-02:03:04  49380\n 4712   3:25.50  20480\n\nnonsense\n';
  expect(parsePsUsage(output)).toEqual(
    new Map([
      [1, { cpuSeconds: 2, memoryBytes: 9_216_000 }],
      [4711, { cpuSeconds: 93_784, memoryBytes: 50_565_120 }],
      [4712, { cpuSeconds: 205.5, memoryBytes: 20_971_520 }],
    ]),
  );
});
