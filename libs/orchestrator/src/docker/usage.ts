import type { InstanceUsage } from '../facts';
import { labelFilters, readLabels } from '../labels';
import type { DockerContext } from './context';
import { statsOf } from './stats';

/** What the deployment's running containers use: by control groups where they can be seen from here, else by the engine. */
export async function usage(context: DockerContext, signal: AbortSignal): Promise<Map<string, InstanceUsage>> {
  const { engine, options, cgroups } = context;
  const label = labelFilters(options.deployment);
  const containers = await engine.ask(signal, (docker, abortSignal) =>
    docker.listContainers({ filters: { label }, abortSignal }),
  );
  const ids = containers.map(({ Id }) => Id);
  const seen = await cgroups.usage(ids);
  const told = await statsOf(
    context,
    ids.filter((id) => !seen.has(id)),
    signal,
  );
  const instances = new Map<string, InstanceUsage>();
  for (const { Id, Labels } of containers) {
    const labels = readLabels(Labels);
    const used = seen.get(Id) ?? told.get(Id);
    if (!labels?.service || !used) continue;
    instances.set(labels.instanceId, { ...instances.get(labels.instanceId), [labels.service]: used });
  }
  return instances;
}
