import { sharedScan } from './shared-scan';

/** A scan that ends when told to, and answers with the number of its beginning. */
function setup() {
  const ends: (() => void)[] = [];
  const scan = sharedScan(() => new Promise<number>((resolve) => ends.push(() => resolve(ends.length))));
  return { scan, ends };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('gives each caller a scan that began after it asked, and waiters the same one', async () => {
  const { scan, ends } = setup();
  const first = scan();
  const second = scan();
  const third = scan();
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await settle();
  expect(ends).toHaveLength(2);
  ends[1]?.();
  expect(await first).toBe(1);
  expect(await second).toBe(2);
  expect(await third).toBe(2);

  const later = scan();
  expect(ends).toHaveLength(3);
  ends[2]?.();
  expect(await later).toBe(3);
});

it('goes on after a scan that failed', async () => {
  let fails = true;
  const scan = sharedScan(() => (fails ? Promise.reject(new Error('no table')) : Promise.resolve('fine')));
  const first = scan();
  const second = scan();
  await expect(first).rejects.toThrow('no table');
  await expect(second).rejects.toThrow('no table');
  fails = false;
  expect(await scan()).toBe('fine');
});
