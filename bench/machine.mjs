import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';
import Docker from 'dockerode';

/**
 * What the figures were measured on. The load average tells how busy the machine was before the run.
 * @param {string | undefined} socketPath the engine's, where one is used
 */
export async function describeMachine(socketPath) {
  const cores = cpus();
  return {
    cores: cores.length,
    cpu: cores[0]?.model.trim() ?? arch(),
    memory_gb: Math.round(totalmem() / 1e8) / 10,
    kernel: `${type()} ${release()}`,
    docker: socketPath === undefined ? null : (await new Docker({ socketPath }).version()).Version,
    node: process.versions.node,
    load_average: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}
