import { TokenBucket } from './token-bucket';

const never = new AbortController().signal;

/** Takes until `total` are granted; resolves with the milliseconds it took. */
async function drain(bucket: TokenBucket, total: number): Promise<number> {
  const started = performance.now();
  for (let left = total; left > 0;) left -= await bucket.take(left, never);
  return performance.now() - started;
}

describe('TokenBucket', () => {
  it('grants everything at once without a limit', async () => {
    expect(await new TokenBucket(null).take(500, never)).toBe(500);
  });

  it.each([{ rate: 1000 }, { rate: 200 }])('holds $rate a second', async ({ rate }) => {
    const ms = await drain(new TokenBucket(rate), rate / 4);
    expect(ms).toBeGreaterThan(190);
    // Far below what a wrong rate would take, and above what a busy host adds.
    expect(ms).toBeLessThan(2_000);
  });

  it('shares one rate among all who take', async () => {
    const bucket = new TokenBucket(400);
    const started = performance.now();
    await Promise.all(Array.from({ length: 5 }, () => drain(bucket, 20)));
    expect(performance.now() - started).toBeGreaterThan(190);
  });

  it('never grants more in advance than a twentieth of a second', async () => {
    let now = 0;
    const bucket = new TokenBucket(1000, () => now);
    now = 60_000;
    expect(await bucket.take(1000, never)).toBe(50);
  });

  it('serves those who wait when the limit goes', async () => {
    const bucket = new TokenBucket(0);
    await bucket.take(1, never);
    const waiting = bucket.take(7, never);
    bucket.setRate(null);
    expect(await waiting).toBe(7);
  });

  it('lets a waiter go when the signal aborts, and serves the next', async () => {
    let now = 0;
    const bucket = new TokenBucket(50, () => now);
    await bucket.take(1, never);
    const abort = new AbortController();
    const cancelled = bucket.take(1, abort.signal);
    const next = bucket.take(1, never);
    abort.abort(new Error('cancelled'));
    await expect(cancelled).rejects.toThrow('cancelled');
    now = 20;
    expect(await next).toBe(1);
  });
});
