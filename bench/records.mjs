import { randomBytes } from 'node:crypto';

const HOUR_MS = 3_600_000;
/** Long enough for a run. */
const LOCK_MS = 120_000;

/** Sessions as the manager keeps them (session-record.ts), without instances; the reconciler is kept from noticing for the length of a run. */
export async function writeRecords(store, count) {
  await store.set('lock:reconcile', 'bench', 'PX', LOCK_MS);
  const now = Date.now();
  const pipeline = store.pipeline();
  for (let index = 0; index < count; index++) {
    const instance = randomBytes(4).toString('hex');
    const id = `listed-${index}-${instance}`;
    const user = `listed-${index}@example.org`;
    const tokenHash = randomBytes(32).toString('hex');
    pipeline.hset(`session:${id}`, {
      session_id: id,
      instance_id: instance,
      user_id: user,
      status: 'active',
      created_at: now,
      expires_at: now + 24 * HOUR_MS,
      metadata: JSON.stringify({ table: index }),
      token_hash: tokenHash,
      api_key: randomBytes(32).toString('hex'),
      frontend_port: 10_000 + 2 * index,
      backend_port: 10_001 + 2 * index,
      step: 'done',
      launches: 1,
    });
    pipeline.zadd('sessions:expiry', now + 24 * HOUR_MS, id);
    pipeline.sadd(`sessions:user:${user}`, id);
    pipeline.hset('sessions:tokens', tokenHash, id);
  }
  await pipeline.exec();
}
