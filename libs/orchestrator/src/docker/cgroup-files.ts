import type { ServiceUsage } from '../facts';

/** What a container's control group tells, in the words of the kernel's two versions. */
export const CGROUP_FILES = {
  1: {
    cpu: 'cpuacct.usage',
    memory: 'memory.usage_in_bytes',
    memoryStat: 'memory.stat',
    limit: 'memory.limit_in_bytes',
  },
  2: { cpu: 'cpu.stat', memory: 'memory.current', memoryStat: 'memory.stat', limit: 'memory.max' },
} as const;

export type CgroupVersion = keyof typeof CGROUP_FILES;
/** The texts of these files. */
export type CgroupTexts = Readonly<Record<keyof (typeof CGROUP_FILES)[CgroupVersion], string>>;

/** What the files of a group say; `undefined` when they are not such files. */
export function cgroupUsage(version: CgroupVersion, texts: CgroupTexts): ServiceUsage | undefined {
  const cpuSeconds = version === 1 ? number(texts.cpu) / 1e9 : field(texts.cpu, 'usage_usec') / 1e6;
  const idleCache = field(texts.memoryStat, version === 1 ? 'total_inactive_file' : 'inactive_file');
  const memoryBytes = withoutCache(number(texts.memory), idleCache);
  if (Number.isNaN(cpuSeconds) || Number.isNaN(memoryBytes)) return undefined;
  const limit = number(texts.limit);
  // No limit is `max`, or the greatest number of pages that there can be.
  return { cpuSeconds, memoryBytes, ...(Number.isSafeInteger(limit) && { memoryLimitBytes: limit }) };
}

/** Memory without the file cache that lies idle, as `docker stats` tells it. */
export const withoutCache = (bytes: number, idleCache: number): number =>
  idleCache < bytes ? bytes - idleCache : bytes;

const number = (text: string): number => Number.parseInt(text, 10);

const field = (text: string, name: string): number => number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1] ?? '');
