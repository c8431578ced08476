import { Turns } from './turns';

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('lets work on one instance wait for what was asked before, whatever came of it, and not for that on others', async () => {
  const turns = new Turns();
  const begun: string[] = [];
  const first = Promise.withResolvers<void>();
  const one = turns.take('1f2e3d4c', () => first.promise);
  const two = turns.take('1f2e3d4c', async () => void begun.push('second'));
  await turns.take('aaaaaaaa', async () => void begun.push('another'));
  await settle();
  expect(begun).toEqual(['another']);

  first.reject(new Error('no'));
  await expect(one).rejects.toThrow('no');
  await two;
  expect(begun).toEqual(['another', 'second']);
});

it('hands the outcome on', async () => {
  expect(await new Turns().take('1f2e3d4c', () => Promise.resolve(7))).toBe(7);
});
