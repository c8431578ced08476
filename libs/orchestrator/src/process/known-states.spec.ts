import type { ObservedInstance, Service, ServiceState } from '../types';
import { differences, KnownStates } from './known-states';

const instance = (services: Partial<Record<Service, ServiceState>>, sessionId = 'ada-1f2e3d4c'): ObservedInstance => ({
  instanceId: '1f2e3d4c',
  sessionId,
  userId: 'ada',
  tokenHash: 'ab',
  expiresAt: new Date(),
  createdAt: new Date(),
  services,
  ports: {},
  volume: true,
  network: false,
  warm: false,
});
const told = (service: Service, state: ServiceState | undefined, stopped = false) => ({
  kind: 'service' as const,
  instanceId: '1f2e3d4c',
  sessionId: 'ada-1f2e3d4c',
  service,
  state,
  stopped,
});

it('lets each change through once', () => {
  const known = new KnownStates();
  known.replace([instance({ backend: 'running' })]);
  expect(known.take(told('backend', 'running'))).toBe(false);
  expect(known.take(told('backend', 'exited'))).toBe(true);
  expect(known.take(told('backend', 'exited', true))).toBe(false);
  expect(known.take(told('backend', undefined))).toBe(true);
  expect(known.take(told('backend', undefined))).toBe(false);
});

it('finds what came, changed and went', () => {
  const known = new KnownStates();
  known.replace([instance({ backend: 'running' })]);
  const found = differences(known, [instance({ frontend: 'exited' })]).filter((change) => known.take(change));
  expect(found).toEqual([told('frontend', 'exited'), told('backend', undefined, true)]);
});

it('tells of a service that went by the last session that it was seen with', () => {
  const known = new KnownStates();
  known.replace([instance({ backend: 'running' }, 'warm-1f2e3d4c')]);
  const claimed = differences(known, [instance({ backend: 'running' })]).filter((change) => known.take(change));
  expect(claimed).toEqual([]);
  expect(differences(known, [])).toEqual([told('backend', undefined, true)]);
});
