import type { ServiceUsage } from '../facts';

/** Of Linux on all of Node's platforms. */
const TICKS_PER_SECOND = 100;
const KIB = 1024;

/**
 * From `/proc/{pid}/stat` and `/proc/{pid}/status`, whose resident size needs no page size of the host's; `undefined` for a
 * process that has ended and was not waited for.
 */
export function parseProc(stat: string, status: string): ServiceUsage | undefined {
  // The second field, a name in brackets, may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  const resident = /^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1];
  if (resident === undefined || Number.isNaN(user + system)) return undefined;
  return { cpuSeconds: (user + system) / TICKS_PER_SECOND, memoryBytes: Number(resident) * KIB };
}

/** From lines of `pid time rss`: `[days-]hours:minutes:seconds` or `minutes:seconds.hundredths`, and KiB. */
export function parsePsUsage(output: string): Map<number, ServiceUsage> {
  const rows = output.matchAll(/^\s*(\d+)\s+(?:(\d+)-)?(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)\s+(\d+)\s*$/gm);
  return new Map(
    [...rows].map(([, pid, days = 0, hours = 0, minutes, seconds, resident]) => [
      Number(pid),
      {
        cpuSeconds: ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds),
        memoryBytes: Number(resident) * KIB,
      },
    ]),
  );
}
