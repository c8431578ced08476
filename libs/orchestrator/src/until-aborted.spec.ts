import { untilAborted } from './until-aborted';

async function* abortedAfterOne(controller: AbortController): AsyncGenerator<number> {
  yield 1;
  controller.abort(new Error('enough'));
  throw new Error('the stream was cut');
}

async function read(items: AsyncIterable<number>): Promise<number[]> {
  const found = [];
  for await (const item of items) found.push(item);
  return found;
}

it('takes an abort for the end of what is endless', async () => {
  const controller = new AbortController();
  const items = untilAborted(abortedAfterOne(controller), controller.signal, { endless: true });
  expect(await read(items)).toEqual([1]);
});

it('rejects with the reason of an abort where there is an end', async () => {
  const controller = new AbortController();
  const items = untilAborted(abortedAfterOne(controller), controller.signal, { endless: false });
  await expect(read(items)).rejects.toThrow('enough');
});

it.each([true, false])('hands errors on, endless or not: %s', async (endless) => {
  const items = untilAborted(abortedAfterOne(new AbortController()), new AbortController().signal, { endless });
  await expect(read(items)).rejects.toThrow('the stream was cut');
});
