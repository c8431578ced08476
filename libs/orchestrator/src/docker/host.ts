import type { HostFacts } from '../facts';
import type { DockerContext } from './context';

/** Of the engine's answer, what is read here. */
interface Info {
  readonly NCPU: number;
  readonly MemTotal: number;
  readonly DockerRootDir: string;
  readonly ServerVersion: string;
  readonly ContainersRunning: number;
}

/** The engine's machine. */
export async function host({ engine }: DockerContext, signal: AbortSignal): Promise<HostFacts> {
  const info = await engine.inspect<Info>(signal, '/info');
  return {
    cpus: info.NCPU,
    memoryBytes: info.MemTotal,
    dataRoot: info.DockerRootDir,
    version: info.ServerVersion,
    runningContainers: info.ContainersRunning,
  };
}
