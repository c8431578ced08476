import { logEntries } from './log-entries';

const AT = '2026-11-25T10:00:00.000000001Z';

const frame = (stream: number, text: string): Buffer => {
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
};

async function* chunksOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Buffer, size: number) {
  const found = [];
  for await (const { at, stream, bytes: own } of logEntries(chunksOf(bytes, size))) {
    found.push([at, stream, own.toString()]);
  }
  return found;
}

it.each([1, 7, 8, 9, 50, 10_000])('reads both streams in order from chunks of %i bytes', async (size) => {
  const output = Buffer.concat([
    frame(1, `${AT} zwölf €\n`),
    frame(2, `${AT} a warning\n`),
    frame(1, `${AT} \n`),
    frame(1, `${AT} ${'x'.repeat(300)}`),
  ]);
  expect(await read(output, size)).toEqual([
    [AT, 'stdout', 'zwölf €\n'],
    [AT, 'stderr', 'a warning\n'],
    [AT, 'stdout', '\n'],
    [AT, 'stdout', 'x'.repeat(300)],
  ]);
});

it.each([
  ['nothing', Buffer.alloc(0)],
  ['a frame that was cut off', frame(1, `${AT} whole\n`).subarray(0, 20)],
  ['a header that was cut off', frame(1, `${AT} whole\n`).subarray(0, 5)],
])('tells nothing of %s', async (_, output) => expect(await read(output, 10_000)).toEqual([]));

it('takes no further chunk before those that it took are read', async () => {
  let taken = 0;
  async function* chunks(): AsyncGenerator<Buffer> {
    for (;;) {
      taken++;
      yield frame(1, `${AT} a line\n`);
    }
  }
  const entries = logEntries(chunks());
  for (let round = 1; round <= 3; round++) {
    await entries.next();
    expect(taken).toBe(round);
  }
  await entries.return(undefined);
});
