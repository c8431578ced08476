import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';

/** Short, so that the lock of a process that died does not hold others up; renewed for as long as the work runs. */
const LOCK_MS = 15_000;

const RENEW = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return 0
`;
const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0
`;

/** Does `work` if no other replica does it at this moment; answers `undefined` when one does. */
export async function alone<T>(redis: Redis, name: string, work: () => Promise<T>): Promise<T | undefined> {
  const key = `lock:${name}`;
  const owner = randomUUID();
  if ((await redis.set(key, owner, 'PX', LOCK_MS, 'NX')) !== 'OK') return undefined;
  const renewal = setInterval(() => void redis.eval(RENEW, 1, key, owner, LOCK_MS).catch(() => undefined), LOCK_MS / 3);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await redis.eval(RELEASE, 1, key, owner).catch(() => undefined);
  }
}
