import type { Redis } from 'ioredis';
import { until } from './platform';

const LOCK = 'lock:reconcile';

/** Keeps the regular round from its work, once one that is under way has ended: with it nothing is repaired but by hand. */
export const holdRounds = (client: Redis, seconds: number): Promise<void> =>
  until(async () => (await client.set(LOCK, 'the test', 'EX', seconds, 'NX')) === 'OK');

export const letRoundsGo = (client: Redis): Promise<number> => client.del(LOCK);

/** The manager reconciles at each half minute of the clock, which takes a moment. */
const ROUND_MS = 30_000;
const [OVER_MS, NEAR_MS] = [5_000, 20_000];

/** Resolves when no regular round is at work or near, so that what is repaired next is repaired by hand. */
export const betweenRounds = (): Promise<void> =>
  until(() => {
    const past = Date.now() % ROUND_MS;
    return past > OVER_MS && past < NEAR_MS;
  });
