import { adoptedSession } from './adopted-session';

const now = new Date('2026-01-01T12:00:00Z');
const instance = {
  sessionId: 'ada-1f2e3d4c',
  instanceId: '1f2e3d4c',
  userId: 'ada',
  tokenHash: 'hash',
  createdAt: new Date('2026-01-01T10:00:00Z'),
  services: { frontend: 'running', backend: 'running' },
  ports: { frontend: 10_000, backend: 10_001 },
  volume: true,
  network: true,
  warm: false,
} as const;

it('takes owner, ports and times from the labels', () => {
  const expiresAt = new Date('2026-01-02T10:00:00Z');
  expect(adoptedSession({ ...instance, expiresAt }, 'key', now)).toMatchObject({
    sessionId: 'ada-1f2e3d4c',
    userId: 'ada',
    status: 'active',
    tokenHash: 'hash',
    apiKey: 'key',
    ports: { frontend: 10_000, backend: 10_001 },
    expiresAt,
  });
});

it('gives a session an hour whose extension nobody remembers', () => {
  const session = adoptedSession({ ...instance, expiresAt: new Date('2026-01-01T11:00:00Z') }, 'key', now);
  expect(session.expiresAt).toEqual(new Date('2026-01-01T13:00:00Z'));
});
