import type { Marker } from './markers';
import { observe } from './observe';
import type { InstanceRecord } from './records';

const record: InstanceRecord = {
  deployment: 'summit',
  instanceId: '1f2e3d4c',
  sessionId: 'ada-1f2e3d4c',
  bornAs: 'ada-1f2e3d4c',
  volume: 'jarvis-ada-1f2e3d4c-data',
  warm: false,
  userId: 'ada@example.org',
  tokenHash: 'ab',
  expiresAt: new Date('2026-11-17T10:00:00.000Z'),
  createdAt: new Date('2026-11-16T10:00:00.000Z'),
  ports: { frontend: 10_000, backend: 10_001 },
  apiKey: 'secret',
  services: ['backend', 'frontend'],
  run: 'first',
};
const running = (service: 'backend' | 'frontend', sessionId = 'ada-1f2e3d4c'): Marker => ({
  home: '/srv/home',
  deployment: 'summit',
  sessionId,
  instanceId: '1f2e3d4c',
  service,
});
const volumes = new Set(['jarvis-ada-1f2e3d4c-data']);
const none = new Set<string>();

it.each([
  [
    'a service that ended',
    observe([record], [running('backend')], volumes),
    { services: { backend: 'running', frontend: 'exited' }, ports: record.ports, volume: true },
  ],
  ['an instance before its start', observe([{ ...record, services: [] }], [], volumes), { services: {}, ports: {} }],
  [
    'a service that still runs although it was to end',
    observe([{ ...record, services: [] }], [running('frontend')], none),
    { services: { frontend: 'running' }, ports: record.ports, volume: false },
  ],
  [
    'processes without a record',
    observe([], [running('backend')], volumes),
    { sessionId: 'ada-1f2e3d4c', userId: '', services: { backend: 'running' }, ports: {}, volume: true, warm: false },
  ],
  [
    'a claimed instance, whose processes and volume keep the names of its birth',
    observe(
      [{ ...record, bornAs: 'warm-1f2e3d4c', volume: 'jarvis-warm-1f2e3d4c-data', warm: true }],
      [running('backend', 'warm-1f2e3d4c')],
      new Set(['jarvis-warm-1f2e3d4c-data']),
    ),
    { sessionId: 'ada-1f2e3d4c', services: { backend: 'running', frontend: 'exited' }, volume: true, warm: true },
  ],
  [
    'warm processes without a record',
    observe([], [running('backend', 'warm-1f2e3d4c')], none),
    { sessionId: 'warm-1f2e3d4c', services: { backend: 'running' }, warm: true },
  ],
])('tells of %s', (_, seen, expected) => {
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({ instanceId: '1f2e3d4c', network: false, ...expected });
  expect(seen[0]).not.toHaveProperty('apiKey');
});
