import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';

const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0
`;

/** Does `work` if no other replica does it at this moment; `undefined` when one does. The lock ends by itself after `ms`. */
export async function alone<T>(redis: Redis, name: string, ms: number, work: () => Promise<T>): Promise<T | undefined> {
  const key = `lock:${name}`;
  const owner = randomUUID();
  if ((await redis.set(key, owner, 'PX', ms, 'NX')) !== 'OK') return undefined;
  try {
    return await work();
  } finally {
    await redis.eval(RELEASE, 1, key, owner).catch(() => undefined);
  }
}
