import { setTimeout as sleep } from 'node:timers/promises';
import { inParallel } from './in-parallel';

it('does each item once, so many at a time', async () => {
  const done: number[] = [];
  let running = 0;
  let most = 0;
  await inParallel([5, 1, 4, 2, 3], 2, async (item) => {
    most = Math.max(most, ++running);
    await sleep(item);
    running--;
    done.push(item);
  });
  expect(done.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});

it('goes on beside an item that hangs', async () => {
  const done: string[] = [];
  const hung = inParallel(['hangs', 'a', 'b', 'c'], 2, (item) =>
    item === 'hangs' ? new Promise(() => undefined) : Promise.resolve(done.push(item)),
  );
  await Promise.race([hung, sleep(20)]);
  expect(done).toEqual(['a', 'b', 'c']);
});

it('begins nothing new after a failure', async () => {
  const begun: number[] = [];
  const work = async (item: number) => {
    begun.push(item);
    await sleep(1);
    if (item === 2) throw new Error('two');
  };
  await expect(inParallel([1, 2, 3, 4, 5, 6], 2, work)).rejects.toThrow('two');
  await sleep(10);
  expect(begun.length).toBeLessThanOrEqual(4);
});
