import { randomInt } from 'node:crypto';
import type { ServiceUsage } from '../facts';
import { isOrchestratorError } from '../errors';
import { eachOf } from '../settled';
import { withoutCache } from './cgroup-files';
import type { DockerContext } from './context';

const WIDTH = 8;

/** Of the engine's answer, what is read here. */
export interface Stats {
  readonly cpu_stats?: { readonly cpu_usage?: { readonly total_usage?: number } };
  readonly memory_stats?: {
    readonly usage?: number;
    readonly limit?: number;
    readonly stats?: { readonly total_inactive_file?: number; readonly inactive_file?: number };
  };
}

/**
 * What the engine itself says that containers use, which takes it a second each. What it does not tell, and what was not asked
 * before the signal aborted, is missing; the first one asked is another each time, so that not always the same are.
 */
export async function statsOf(
  { engine }: DockerContext,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, ServiceUsage>> {
  const used = new Map<string, ServiceUsage>();
  const first = ids.length > 1 ? randomInt(ids.length) : 0;
  await eachOf([...ids.slice(first), ...ids.slice(0, first)], WIDTH, async (id) => {
    if (signal.aborted) return;
    try {
      const options = { stream: false as const, 'one-shot': true };
      const stats = await engine.ask(signal, (docker, abortSignal) =>
        docker.getContainer(id).stats({ ...options, abortSignal } as typeof options),
      );
      const usage = statsUsage(stats);
      if (usage) used.set(id, usage);
    } catch (error) {
      if (!signal.aborted && !isOrchestratorError(error)) throw error;
    }
  });
  return used;
}

/** `undefined` for a container that does not run. */
export function statsUsage({ cpu_stats: cpu, memory_stats: memory }: Stats): ServiceUsage | undefined {
  const nanoseconds = cpu?.cpu_usage?.total_usage;
  if (nanoseconds === undefined || memory?.usage === undefined) return undefined;
  // The engine takes the names over from the version of the kernel's control groups.
  const idleCache = memory.stats?.total_inactive_file ?? memory.stats?.inactive_file ?? 0;
  return {
    cpuSeconds: nanoseconds / 1e9,
    memoryBytes: withoutCache(memory.usage, idleCache),
    ...(memory.limit !== undefined && { memoryLimitBytes: memory.limit }),
  };
}
