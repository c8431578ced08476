import { eachOf, settled } from './settled';

const later = <T>(value: T, ms = 5): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(value), ms));

it('settled waits for all before it rejects with the first error in order', async () => {
  let done = false;
  const slow = later(undefined, 20).then(() => {
    done = true;
    throw new Error('first in order');
  });
  await expect(settled([slow, Promise.reject(new Error('first in time'))])).rejects.toThrow('first in order');
  expect(done).toBe(true);
  expect(await settled([later(1), Promise.resolve('a')])).toEqual([1, 'a']);
});

it('eachOf keeps to its width and does all', async () => {
  let now = 0;
  let most = 0;
  const done: number[] = [];
  await eachOf([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    most = Math.max(most, ++now);
    await later(undefined);
    now--;
    done.push(item);
  });
  expect(most).toBe(3);
  expect(done.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

it('eachOf takes no more items after an error, and ends what it began', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const work = eachOf([1, 2, 3, 4, 5], 2, async (item) => {
    begun.push(item);
    if (item === 1) throw new Error('one');
    await later(undefined);
    ended.push(item);
  });
  await expect(work).rejects.toThrow('one');
  expect(begun).toEqual([1, 2]);
  expect(ended).toEqual([2]);
});
