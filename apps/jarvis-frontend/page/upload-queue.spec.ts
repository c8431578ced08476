import { ApiError } from './api';
import { UploadQueue, type SendFile } from './upload-queue';
import type { Upload } from './upload-types';

/** Files whose sending is ended by the test. */
function setup() {
  const sent: {
    name: string;
    signal: AbortSignal;
    onSent: (bytes: number) => void;
    end: () => void;
    fail: () => void;
  }[] = [];
  const send: SendFile = (file, onSent, signal) =>
    new Promise((resolve, reject) => {
      const fail = (): void => reject(new ApiError('No text.', 422));
      signal.addEventListener('abort', fail);
      sent.push({ name: file.name, signal, onSent, fail, end: () => resolve({ name: file.name } as Upload) });
    });
  const queue = new UploadQueue(send);
  const files = (...names: string[]) => queue.add(names.map((name) => new File(['a line'], name)));
  return { queue, sent, files };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));
const statesOf = ({ state }: UploadQueue) => state.files.map((one) => `${one.file.name} ${one.state}`);

it('sends one file after the other, and tells how far it is', async () => {
  const { queue, sent, files } = setup();
  files('a', 'b');
  files('c');
  expect(statesOf(queue)).toEqual(['a sending', 'b waiting', 'c waiting']);
  sent[0]!.onSent(4);
  expect(queue.state.files[0]!.sentBytes).toBe(4);
  sent[0]!.end();
  await settled();
  expect(statesOf(queue)).toEqual(['b sending', 'c waiting']);
  expect(queue.state.uploaded.map(({ name }) => name)).toEqual(['a']);
});

it('goes on after a file that fails, which can be tried again', async () => {
  const { queue, sent, files } = setup();
  files('a', 'b');
  sent[0]!.fail();
  await settled();
  expect(statesOf(queue)).toEqual(['a failed', 'b sending']);
  expect(queue.state.files[0]!.error?.message).toBe('No text.');
  queue.retry(queue.state.files[0]!.id);
  sent[1]!.end();
  await settled();
  expect(statesOf(queue)).toEqual(['a sending']);
  expect(queue.state.files[0]!.error).toBeNull();
});

it('cancels a file that waits, and one that is sent', async () => {
  const { queue, sent, files } = setup();
  files('a', 'b', 'c');
  const [a, b] = queue.state.files;
  queue.cancel(b!.id);
  expect(statesOf(queue)).toEqual(['a sending', 'c waiting']);
  queue.cancel(a!.id);
  expect(sent[0]!.signal.aborted).toBe(true);
  await settled();
  expect(statesOf(queue)).toEqual(['c sending']);
  expect(sent.map(({ name }) => name)).toEqual(['a', 'c']);
});

it('tells who listens, until it ends', async () => {
  const { queue, files } = setup();
  const seen: number[] = [];
  const end = queue.subscribe((state) => seen.push(state.files.length));
  files('a');
  const before = seen.length;
  expect(seen.at(-1)).toBe(1);
  end();
  files('b');
  await settled();
  expect(seen).toHaveLength(before);
});
