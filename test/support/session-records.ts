import { randomBytes } from 'node:crypto';
import { toHash } from '../../apps/session-manager/src/sessions/session-record';
import type { Session } from '../../apps/session-manager/src/sessions/session';
import { KEYS } from '../../apps/session-manager/src/sessions/keys';
import { until, type TestPlatform } from './platform';

const HOUR_MS = 3_600_000;
/** Held for longer than a test takes, so that the reconciler does not find that none of these sessions has containers. */
const LOCK_MS = 300_000;

/** Sessions as the manager keeps them, without instances; `user-1@example.org`, `user-2@example.org`, … Answers their ids. */
export async function writeSessions(
  { redis: { client } }: TestPlatform,
  count: number,
  each: (index: number) => Partial<Session> = () => ({}),
): Promise<string[]> {
  for (const lock of ['lock:reconcile', 'lock:sweep']) {
    await until(async () => (await client.set(lock, 'test', 'PX', LOCK_MS, 'NX')) === 'OK');
  }
  const pipeline = client.pipeline();
  const sessions = Array.from({ length: count }, (_, index) => ({ ...aSession(index + 1), ...each(index) }));
  for (const session of sessions) {
    const { sessionId, userId, tokenHash, expiresAt } = session;
    pipeline.hset(KEYS.session(sessionId), toHash(session));
    pipeline.zadd(KEYS.expiry, expiresAt.getTime(), sessionId);
    pipeline.sadd(KEYS.user(userId), sessionId);
    pipeline.hset(KEYS.tokens, tokenHash, sessionId);
  }
  await pipeline.exec();
  return sessions.map(({ sessionId }) => sessionId);
}

function aSession(number: number): Session {
  const instanceId = randomBytes(4).toString('hex');
  return {
    sessionId: `user-${number}-example-org-${instanceId}`,
    instanceId,
    userId: `user-${number}@example.org`,
    status: 'active',
    createdAt: new Date(),
    expiresAt: new Date(Date.now() + 24 * HOUR_MS + number * 1_000),
    metadata: { table: number },
    tokenHash: randomBytes(32).toString('hex'),
    apiKey: randomBytes(32).toString('hex'),
    step: 'done',
    stoppedByHand: false,
    launches: 1,
    warm: number % 2 === 0,
  };
}
