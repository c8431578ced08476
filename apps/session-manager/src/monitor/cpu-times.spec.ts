import { busyPercent, cpuTimes } from './cpu-times';

const cpu = (busy: number, idle: number) => ({ times: { user: busy, nice: 0, sys: 0, irq: 0, idle } });

it('takes all processors together', () => {
  expect(cpuTimes([cpu(10, 90), cpu(30, 70)])).toEqual({ busy: 40, total: 200 });
});

it.each([
  [{ busy: 0, total: 0 }, { busy: 50, total: 200 }, 25],
  [{ busy: 100, total: 1_000 }, { busy: 200, total: 1_100 }, 100],
  [{ busy: 100, total: 1_000 }, { busy: 100, total: 1_000 }, null],
  [{ busy: 100, total: 1_000 }, { busy: 90, total: 1_100 }, 0],
])('from %o to %o it is %p percent', (before, after, percent) => {
  expect(busyPercent(before, after)).toBe(percent);
});
