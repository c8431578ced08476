import type { Session } from './session';
import { changedFields, ended, endedFromJson, fromHash, toHash } from './session-record';

const session: Session = {
  sessionId: 'ada-1f2e3d4c',
  instanceId: '1f2e3d4c',
  userId: 'ada@example.org',
  status: 'active',
  createdAt: new Date('2026-01-01T10:00:00.123Z'),
  expiresAt: new Date('2026-01-02T10:00:00Z'),
  metadata: { table: 4, nested: { a: [1] } },
  tokenHash: 'hash',
  apiKey: 'key',
  ports: { frontend: 10_000, backend: 10_001 },
  step: 'done',
  appliedRevision: 'abc',
  stoppedByHand: true,
  launches: 2,
  warm: true,
  rotatedFrom: 'earlier hash',
};

it('comes back from Redis as it was', () => {
  expect(fromHash(toHash(session))).toEqual(session);
});

it('comes back without what it does not have yet', () => {
  const { ports: _ports, appliedRevision: _revision, ...young } = session;
  expect(fromHash(toHash({ ...young, stoppedByHand: false, warm: false }))).toEqual({
    ...young,
    stoppedByHand: false,
    warm: false,
  });
});

it('is changed by what differs alone, and what is cleared reads as if it had never been', () => {
  const { rotatedFrom: _rotatedFrom, ...after } = { ...session, launches: 3 };
  const fields = changedFields(session, after);
  expect(fields).toEqual({ launches: '3', rotated_from: '' });
  expect(fromHash({ ...toHash(session), ...fields })).toEqual(after);
  expect(changedFields(session, session)).toEqual({});
});

it('is nothing where the hash is empty or incomplete', () => {
  expect(fromHash({})).toBeUndefined();
  expect(fromHash({ session_id: 'ada-1f2e3d4c', status: 'active' })).toBeUndefined();
});

it('keeps no secret in the history', () => {
  const record = ended({ ...session, endReason: 'expired' }, new Date('2026-01-02T10:00:01Z'));
  expect(JSON.stringify(record)).not.toContain('"key"');
  expect(endedFromJson(JSON.stringify(record))).toEqual(record);
});

it('reads what earlier versions kept of a session as one that no key opens', () => {
  const { accessHash: _accessHash, ...earlier } = ended(session, new Date('2026-01-02T10:00:01Z'));
  expect(endedFromJson(JSON.stringify(earlier)).accessHash).toBe('');
});

it('tells a start that failed from an end', () => {
  expect(ended({ ...session, endReason: 'failed', error: 'x' }, new Date()).status).toBe('failed');
  expect(ended({ ...session, endReason: 'failed', error: 'x' }, new Date()).error).toBe('x');
  const deleted = ended({ ...session, endReason: 'deleted', error: 'x' }, new Date());
  expect([deleted.status, deleted.error]).toEqual(['ended', undefined]);
});
