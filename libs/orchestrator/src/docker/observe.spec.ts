import { serviceLabels, instanceLabels } from '../labels';
import type { InstanceSpec } from '../types';
import { observe } from './observe';

const spec: InstanceSpec = {
  instanceId: '1f2e3d4c',
  sessionId: 'ada-1f2e3d4c',
  userId: 'ada@example.org',
  tokenHash: 'ab',
  expiresAt: new Date('2026-11-17T10:00:00.000Z'),
  ports: { frontend: 10_000, backend: 10_001 },
  apiKey: 'secret',
};
const labels = { ...instanceLabels(spec, 'summit') };
const container = (
  service: 'backend' | 'frontend',
  State: string,
  created: string,
  { sessionId = spec.sessionId, born = spec } = {},
) => ({
  Names: [`/jarvis-${sessionId}-${service}`],
  Labels: { ...serviceLabels(born, 'summit', service) },
  State,
  Created: Date.parse(created) / 1000,
});
const volume = { Labels: labels, CreatedAt: '2026-11-16T11:00:00+01:00' };
const network = { Labels: labels, Created: '2026-11-16T10:00:01.123456789Z' };
const identity = {
  instanceId: '1f2e3d4c',
  sessionId: 'ada-1f2e3d4c',
  userId: 'ada@example.org',
  tokenHash: 'ab',
  expiresAt: spec.expiresAt,
  warm: false,
};

it('joins the parts of an instance, which is as old as the oldest', () => {
  const containers = [
    container('frontend', 'exited', '2026-11-16T10:00:03Z'),
    container('backend', 'running', '2026-11-16T10:00:02Z'),
  ];
  expect(observe({ containers, volumes: [volume], networks: [network] })).toEqual([
    {
      ...identity,
      createdAt: new Date('2026-11-16T10:00:00Z'),
      services: { frontend: 'exited', backend: 'running' },
      ports: spec.ports,
      volume: true,
      network: true,
    },
  ]);
});

describe('of an instance that was born for the pool', () => {
  const born: InstanceSpec = { ...spec, sessionId: 'warm-1f2e3d4c', userId: '', tokenHash: '', warm: true };
  const created = '2026-11-16T10:00:02Z';
  const bornVolume = { Labels: { ...instanceLabels(born, 'summit') }, CreatedAt: created };
  const named = (backend: string, frontend: string) => [
    container('backend', 'running', created, { sessionId: backend, born }),
    container('frontend', 'running', created, { sessionId: frontend, born }),
  ];

  it.each([
    ['an unclaimed one', named('warm-1f2e3d4c', 'warm-1f2e3d4c'), 'warm-1f2e3d4c'],
    ['a claimed one', named('ada-1f2e3d4c', 'ada-1f2e3d4c'), 'ada-1f2e3d4c'],
    ['one whose backend alone was renamed', named('ada-1f2e3d4c', 'warm-1f2e3d4c'), 'ada-1f2e3d4c'],
    ['one whose frontend alone was renamed', named('warm-1f2e3d4c', 'ada-1f2e3d4c'), 'ada-1f2e3d4c'],
    ['one with strange names', named('aaaaaaaa', 'bbbbbbbb'), 'warm-1f2e3d4c'],
    ['one whose containers are gone', [], 'warm-1f2e3d4c'],
  ])('tells of %s by the present names', (_, containers, sessionId) => {
    expect(observe({ containers, volumes: [bornVolume], networks: [] })).toMatchObject([
      { sessionId, userId: '', tokenHash: '', warm: true },
    ]);
  });

  it('believes the containers of a session that was launched anew on its volume', () => {
    const containers = [container('backend', 'running', created), container('frontend', 'running', created)];
    expect(observe({ containers, volumes: [bornVolume], networks: [] })).toMatchObject([{ ...identity, volume: true }]);
  });
});

it.each([
  ['a volume', { containers: [], volumes: [volume], networks: [] }, { volume: true, network: false }],
  ['a network', { containers: [], volumes: [], networks: [network] }, { volume: false, network: true }],
])('tells of %s alone', (_, objects, parts) => {
  expect(observe(objects)).toEqual([
    { ...identity, createdAt: expect.any(Date) as Date, services: {}, ports: {}, ...parts },
  ]);
});

it('ignores what is not of an instance', () => {
  expect(
    observe({ containers: [], volumes: [], networks: [{ Labels: { deployment: 'summit' }, Created: '' }] }),
  ).toEqual([]);
});
