import { withDeadline } from '../deadline';
import type { RetainedVolume } from '../facts';
import { labelFilters, readLabels } from '../labels';
import { settled } from '../settled';
import type { DockerContext } from './context';
import type { VolumeInfo } from './volumes';
import { listVolumes } from './volumes';

/** The engine looks at all its volumes, and older ones at their images too: that may take longer than anybody waits. */
const SIZES_MS = 3_000;

/** The deployment's volumes of whose instance there is no container. */
export async function retained(context: DockerContext, signal: AbortSignal): Promise<RetainedVolume[]> {
  const { engine, options } = context;
  const label = labelFilters(options.deployment);
  const [containers, volumes] = await settled([
    engine.ask(signal, (docker, abortSignal) => docker.listContainers({ all: true, filters: { label }, abortSignal })),
    listVolumes(context, signal),
  ]);
  const beside = new Set(containers.map(({ Labels }) => Labels['instance_id']));
  const lonely = volumes.filter(({ Labels }) => !beside.has(Labels['instance_id']));
  const sizes = lonely.length > 0 ? await volumeSizes(context, signal) : new Map<string, number>();
  return lonely.flatMap((volume) => described(volume, sizes.get(volume.Name)) ?? []);
}

function described(
  { Name: name, Labels, CreatedAt }: VolumeInfo,
  sizeBytes: number | undefined,
): RetainedVolume | undefined {
  const labels = readLabels(Labels);
  if (!labels) return undefined;
  const { instanceId, sessionId, userId } = labels;
  const createdAt = new Date(CreatedAt ?? 0);
  return { instanceId, sessionId, userId, createdAt, name, ...(sizeBytes !== undefined && { sizeBytes }) };
}

/** The sizes of the engine's volumes by name, as far as it tells them in time. */
async function volumeSizes({ engine }: DockerContext, signal: AbortSignal): Promise<Map<string, number>> {
  try {
    const { Volumes } = await withDeadline(SIZES_MS, signal, (until) =>
      engine.inspect<{ readonly Volumes: readonly VolumeInfo[] | null }>(until, '/system/df', { type: 'volume' }),
    );
    const sizes = (Volumes ?? []).map(({ Name, UsageData }) => [Name, UsageData?.Size ?? -1] as const);
    // The engine's word for a size that it does not know is -1.
    return new Map(sizes.filter(([, size]) => size >= 0));
  } catch {
    signal.throwIfAborted();
    return new Map();
  }
}
