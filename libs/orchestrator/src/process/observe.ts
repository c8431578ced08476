import { volumeName, warmSessionId } from '../names';
import type { ObservedInstance, Service, ServiceState } from '../types';
import type { Marker } from './markers';
import type { InstanceRecord } from './records';

/** The instances that records tell of, and those that only their processes still tell of. */
export function observe(
  records: readonly InstanceRecord[],
  processes: Iterable<Marker>,
  volumes: ReadonlySet<string>,
): ObservedInstance[] {
  const running = [...processes];
  const recorded = new Set(records.map(({ instanceId }) => instanceId));
  const strays = running.filter(({ instanceId }) => !recorded.has(instanceId));
  return [...records.map((record) => ofRecord(record, running, volumes)), ...ofStrays(strays, volumes)];
}

function ofRecord(record: InstanceRecord, running: readonly Marker[], volumes: ReadonlySet<string>): ObservedInstance {
  const { instanceId, sessionId, userId, tokenHash, expiresAt, createdAt, services, ports, volume, warm } = record;
  const own = running.filter((marker) => marker.instanceId === instanceId).map(({ service }) => service);
  const existing = [...new Set([...services, ...own])];
  const state = (service: Service): ServiceState => (own.includes(service) ? 'running' : 'exited');
  return {
    instanceId,
    sessionId,
    userId,
    tokenHash,
    expiresAt,
    createdAt,
    services: Object.fromEntries(existing.map((service) => [service, state(service)])),
    ports: existing.length > 0 ? ports : {},
    volume: volumes.has(volume),
    network: false,
    warm,
  };
}

/** Processes whose record somebody deleted: whose they are is lost, that they run is not. */
function ofStrays(strays: readonly Marker[], volumes: ReadonlySet<string>): ObservedInstance[] {
  const instances = Map.groupBy(strays, ({ instanceId }) => instanceId);
  return [...instances].map(([instanceId, markers]) => {
    const sessionId = markers[0]?.sessionId ?? '';
    return {
      instanceId,
      sessionId,
      userId: '',
      tokenHash: '',
      expiresAt: new Date(0),
      createdAt: new Date(0),
      services: Object.fromEntries(markers.map(({ service }) => [service, 'running' as const])),
      ports: {},
      volume: volumes.has(volumeName(sessionId)),
      network: false,
      warm: sessionId === warmSessionId(instanceId),
    };
  });
}
