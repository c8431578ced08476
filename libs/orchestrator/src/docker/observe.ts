import type Docker from 'dockerode';
import { readLabels } from '../labels';
import type { Labels } from '../labels';
import { namedSession } from '../names';
import type { ObservedInstance, PortPair, Service, ServiceState } from '../types';
import type { VolumeInfo } from './volumes';

export interface EngineObjects {
  readonly containers: readonly Pick<Docker.ContainerInfo, 'Labels' | 'Names' | 'State' | 'Created'>[];
  readonly volumes: readonly Pick<VolumeInfo, 'Labels' | 'CreatedAt'>[];
  readonly networks: readonly Pick<Docker.NetworkInspectInfo, 'Labels' | 'Created'>[];
}

interface Finding {
  readonly labels: Labels | null | undefined;
  readonly createdAt: Date;
  readonly names?: readonly string[];
  readonly state?: ServiceState;
  readonly volume?: true;
  readonly network?: true;
}

/** The instances of which the engine's objects are parts; an instance is as old as its oldest part. */
export function observe({ containers, volumes, networks }: EngineObjects): ObservedInstance[] {
  const findings: Finding[] = [
    ...containers.map(({ Labels: labels, Names: names, State, Created }) => ({
      labels,
      names,
      createdAt: new Date(Created * 1000),
      state: State as ServiceState,
    })),
    ...volumes.map(({ Labels: labels, CreatedAt }) => ({
      labels,
      createdAt: new Date(CreatedAt ?? Number.NaN),
      volume: true as const,
    })),
    ...networks.map(({ Labels: labels, Created }) => ({
      labels,
      createdAt: new Date(Created),
      network: true as const,
    })),
  ];
  const instances = new Map<string, ObservedInstance>();
  for (const finding of findings) {
    const labels = readLabels(finding.labels);
    if (labels) instances.set(labels.instanceId, join(instances.get(labels.instanceId), labels, finding));
  }
  return [...instances.values()];
}

function join(
  known: ObservedInstance | undefined,
  { service, ports, ...identity }: NonNullable<ReturnType<typeof readLabels>>,
  { names = [], state, createdAt, volume, network }: Finding,
): ObservedInstance {
  const services: Partial<Record<Service, ServiceState>> = known?.services ?? {};
  const leased: Partial<PortPair> = known?.ports ?? {};
  const ofContainer = service !== undefined && state !== undefined;
  return {
    ...(known ?? identity),
    sessionId: renamedTo(names, identity) ?? known?.sessionId ?? identity.sessionId,
    createdAt: oldest(known?.createdAt, createdAt),
    services: ofContainer ? { ...services, [service]: state } : services,
    ports: ofContainer ? ports : leased,
    volume: (known?.volume ?? false) || (volume ?? false),
    network: (known?.network ?? false) || (network ?? false),
  };
}

/** The session that a container is named after, unless that is the one of its birth; one of a pair is enough to tell a claim. */
const renamedTo = (names: readonly string[], born: Pick<ObservedInstance, 'instanceId' | 'sessionId'>) =>
  names.map((name) => namedSession(name, born)).find((sessionId) => sessionId && sessionId !== born.sessionId);

/** The earlier of two times; a time that could not be read gives way. */
function oldest(known: Date | undefined, found: Date): Date {
  const readable = [known, found].filter((time) => time !== undefined && !Number.isNaN(time.getTime())) as Date[];
  return readable.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? new Date(0);
}
