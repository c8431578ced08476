import type { InstanceRef, ObservedInstance, Service, ServiceState } from '../types';
import { SERVICES } from '../types';
import type { ServiceEvent } from './changes';

interface Known extends InstanceRef {
  readonly service: Service;
  readonly state: ServiceState;
}

/** The last state of each service that a watcher was told. */
export class KnownStates {
  private states = new Map<string, Known>();

  replace(instances: readonly ObservedInstance[]): void {
    this.states = new Map(states(instances).map((known) => [key(known), known]));
  }

  /** Takes a change over; false when the state is not new. */
  take({ instanceId, sessionId, service, state }: ServiceEvent): boolean {
    const id = key({ instanceId, service });
    const isNew = this.states.get(id)?.state !== state;
    if (state === undefined) this.states.delete(id);
    else this.states.set(id, { instanceId, sessionId, service, state });
    return isNew;
  }

  values(): Known[] {
    return [...this.states.values()];
  }
}

/** The changes that lead from what is known to what was seen. */
export function differences(known: KnownStates, instances: readonly ObservedInstance[]): ServiceEvent[] {
  const seen = new Map(states(instances).map((state) => [key(state), state]));
  const gone = known.values().filter((state) => !seen.has(key(state)));
  return [
    ...[...seen.values()].map((state) => ({ kind: 'service' as const, ...state, stopped: false })),
    ...gone.map((state) => ({ kind: 'service' as const, ...state, state: undefined, stopped: true })),
  ];
}

const states = (instances: readonly ObservedInstance[]): Known[] =>
  instances.flatMap(({ instanceId, sessionId, services }) =>
    SERVICES.flatMap((service) => {
      const state = services[service];
      return state ? [{ instanceId, sessionId, service, state }] : [];
    }),
  );

const key = ({ instanceId, service }: Pick<Known, 'instanceId' | 'service'>): string => `${instanceId}/${service}`;
