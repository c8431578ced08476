import type { ObservedInstance, ServiceState } from '@app/orchestrator';
import type { Session, SessionStatus } from '../sessions/session';
import { reconcilePlan, type Observation, type Repair } from './reconcile-plan';

const NOW = new Date('2026-01-01T12:00:00Z');
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);

const aSession = (id: string, status: SessionStatus, overrides: Partial<Session> = {}): Session => ({
  sessionId: `ada-${id}`,
  instanceId: id,
  userId: 'ada',
  status,
  createdAt: hours(-1),
  expiresAt: hours(23),
  metadata: {},
  tokenHash: 'hash',
  apiKey: 'key',
  ports: { frontend: 10_000, backend: 10_001 },
  step: 'done',
  stoppedByHand: false,
  launches: 1,
  warm: false,
  ...overrides,
});

const anInstance = (
  id: string,
  services: { frontend?: ServiceState; backend?: ServiceState },
  overrides: Partial<ObservedInstance> = {},
): ObservedInstance => ({
  sessionId: `ada-${id}`,
  instanceId: id,
  userId: 'ada',
  tokenHash: 'hash',
  createdAt: hours(-1),
  expiresAt: hours(23),
  services,
  ports: { frontend: 10_000, backend: 10_001 },
  volume: true,
  network: true,
  warm: false,
  ...overrides,
});

const RUNNING = { frontend: 'running', backend: 'running' } as const;
const plan = (seen: Partial<Observation>) =>
  reconcilePlan({
    now: NOW,
    instances: [],
    leases: [],
    pool: [],
    sessions: [],
    owners: new Map(),
    endedAt: new Map(),
    volumeRetentionHours: 0,
    ...seen,
  }).map(words);
const words = (repair: Repair): string => {
  const kept = repair.kind === 'remove' && repair.keepVolume ? ' but its volume' : '';
  return `${repair.kind} ${'session' in repair ? repair.session.instanceId : 'instance' in repair ? repair.instance.instanceId : repair.instanceId}${kept}`;
};

it('does nothing where Redis and the engine agree', () => {
  expect(plan({ sessions: [aSession('a', 'active')], instances: [anInstance('a', RUNNING)], leases: ['a'] })).toEqual(
    [],
  );
});

it.each<[string, SessionStatus, Parameters<typeof anInstance>[1] | undefined, string[]]>([
  ['starts a creation again that may have lost its job', 'creating', undefined, ['launch a']],
  ['starts a half-made creation again', 'creating', { backend: 'created' }, ['launch a']],
  ['goes on with an end', 'stopping', RUNNING, ['retire a']],
  ['ends a session whose containers are gone', 'active', undefined, ['lose a']],
  ['ends a session, one of whose containers is gone', 'active', { frontend: 'running' }, ['lose a']],
  ['resumes a server that ended', 'active', { frontend: 'running', backend: 'exited' }, ['resume a']],
  ['lets Docker restart a server', 'active', { frontend: 'running', backend: 'restarting' }, []],
  ['leaves a paused server alone', 'active', { frontend: 'running', backend: 'paused' }, []],
])('%s', (_, status, services, repairs) => {
  const instances = services === undefined ? [] : [anInstance('a', services)];
  expect(plan({ sessions: [aSession('a', status)], instances, leases: ['a'] })).toEqual(repairs);
});

it('leaves what somebody stopped by hand stopped', () => {
  const sessions = [aSession('a', 'active', { stoppedByHand: true })];
  expect(plan({ sessions, instances: [anInstance('a', { frontend: 'exited', backend: 'exited' })] })).toEqual([]);
});

it('adopts a running pair that Redis forgot, and removes what is not a running pair', () => {
  const instances = [
    anInstance('a', RUNNING),
    anInstance('b', { frontend: 'running' }),
    anInstance('c', { frontend: 'exited', backend: 'exited' }),
    anInstance('d', {}),
  ];
  expect(plan({ instances })).toEqual(['adopt a', 'remove b', 'remove c', 'remove d']);
});

it('removes, and does not adopt, what belongs to a session that has just ended', () => {
  expect(plan({ instances: [anInstance('a', RUNNING)], endedAt: new Map([['a', NOW]]) })).toEqual(['remove a']);
});

it("leaves the pool's instances and their ports to the pool", () => {
  expect(plan({ instances: [anInstance('a', RUNNING)], leases: ['a', 'b'], pool: ['a', 'b'] })).toEqual([]);
});

it('names a claimed instance after its session', () => {
  const instances = [anInstance('a', RUNNING, { warm: true, sessionId: 'warm-a' })];
  expect(plan({ instances, sessions: [aSession('a', 'active', { warm: true })] })).toEqual(['rename a']);
});

describe('a warm instance that Redis forgot', () => {
  const warm = (sessionId: string) => anInstance('a', RUNNING, { warm: true, sessionId, tokenHash: '', userId: '' });
  const owner = { sessionId: 'ada-a', userId: 'ada', tokenHash: 'hash', expiresAt: hours(3) };

  it('goes back to its owner when it was claimed', () => {
    expect(plan({ instances: [warm('ada-a')], owners: new Map([['a', owner]]) })).toEqual(['adopt a']);
  });

  it("is removed when it is nobody's, whatever its name", () => {
    expect(plan({ instances: [warm('warm-a')], owners: new Map([['a', null]]) })).toEqual(['remove a']);
    expect(plan({ instances: [warm('ada-a')], owners: new Map([['a', null]]) })).toEqual(['remove a']);
  });

  it('is asked again later when it bears a name and does not answer', () => {
    expect(plan({ instances: [warm('ada-a')] })).toEqual([]);
    expect(plan({ instances: [warm('warm-a')] })).toEqual(['remove a']);
  });
});

it('frees ports that belong to nothing', () => {
  expect(
    plan({ leases: ['a', 'b', 'c'], sessions: [aSession('a', 'creating')], instances: [anInstance('b', RUNNING)] }),
  ).toEqual(['launch a', 'adopt b', 'release c']);
});

describe('with a retention time of two hours for volumes', () => {
  const volume = (id: string) => anInstance(id, {}, { network: false });
  const retained = (endedAt: Map<string, Date>, instance: ObservedInstance) =>
    plan({ instances: [instance], endedAt, volumeRetentionHours: 2 });

  it('keeps the volume until two hours after the end', () => {
    expect(retained(new Map([['a', hours(-1)]]), volume('a'))).toEqual([]);
    expect(retained(new Map([['a', hours(-3)]]), volume('a'))).toEqual(['remove a']);
  });

  it('keeps that of a claimed instance as long, whose labels are those of its birth', () => {
    const claimed = anInstance('a', {}, { network: false, warm: true, sessionId: 'warm-a', expiresAt: hours(20) });
    expect(retained(new Map([['a', hours(-1)]]), claimed)).toEqual([]);
    expect(retained(new Map([['a', hours(-3)]]), claimed)).toEqual(['remove a']);
  });

  it('counts from the expiry when the end is not known', () => {
    expect(retained(new Map(), volume('a'))).toEqual([]);
    expect(retained(new Map(), anInstance('a', {}, { network: false, expiresAt: hours(-3) }))).toEqual(['remove a']);
  });

  it('removes all but the volume of what is left', () => {
    expect(retained(new Map([['a', hours(-1)]]), anInstance('a', { backend: 'running' }))).toEqual([
      'remove a but its volume',
    ]);
  });
});
