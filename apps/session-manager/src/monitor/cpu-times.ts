import type { CpuInfo } from 'node:os';

/** What all processors together spent since the host's start (ms). */
export interface CpuTimes {
  readonly busy: number;
  readonly total: number;
}

export function cpuTimes(cpus: readonly Pick<CpuInfo, 'times'>[]): CpuTimes {
  const sum = (pick: (times: CpuInfo['times']) => number) => cpus.reduce((all, { times }) => all + pick(times), 0);
  const total = sum(({ user, nice, sys, idle, irq }) => user + nice + sys + idle + irq);
  return { busy: total - sum(({ idle }) => idle), total };
}

/** Of all processors together, 0 to 100; null where no time has passed. */
export function busyPercent(before: CpuTimes, after: CpuTimes): number | null {
  const total = after.total - before.total;
  if (total <= 0) return null;
  return Math.min(100, Math.max(0, round((100 * (after.busy - before.busy)) / total)));
}

/** To a tenth. */
export const round = (value: number): number => Math.round(10 * value) / 10;
