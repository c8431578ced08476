import { gzipSync } from 'node:zlib';
import { UnusableFileError } from '../errors';
import { textOf } from './text-of';

/** The text of a file that arrives in pieces of `size` bytes. */
const read = async (file: Buffer, size = file.length || 1): Promise<string> => {
  const pieces = async function* () {
    for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
  };
  const parts: Uint8Array[] = [];
  for await (const part of textOf(pieces())) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
};

const TEXT = 'grün €5 🙂 ok\n';

it.each([1, 2, 3, 5, 1000])('reads UTF-8, gzip and UTF-16 in pieces of %i bytes', async (size) => {
  const utf16 = Buffer.from(`\ufeff${TEXT}`, 'utf16le');
  expect(await read(Buffer.from(TEXT), size)).toBe(TEXT);
  expect(await read(Buffer.from(`\ufeff${TEXT}`), size)).toBe(TEXT);
  expect(await read(gzipSync(TEXT), size)).toBe(TEXT);
  expect(await read(Buffer.concat([gzipSync('one '), gzipSync('two')]), size)).toBe('one two');
  expect(await read(utf16, size)).toBe(TEXT);
  expect(await read(Buffer.from(utf16).swap16(), size)).toBe(TEXT);
  expect(await read(gzipSync(utf16), size)).toBe(TEXT);
});

it.each([0, 1, 2])('reads a file of %i bytes', async (size) =>
  expect(await read(Buffer.from('ab').subarray(0, size))).toBe('ab'.slice(0, size)),
);

it.each([
  ['zero bytes', Buffer.from('a\0b'), 'is no text: it has zero bytes'],
  ['Latin-1', Buffer.from('gr\xfcn\n', 'latin1'), 'is no text in UTF-8'],
  ['half a character at the end', Buffer.from('grü').subarray(0, 3), 'is no text in UTF-8'],
  ['half a gzip file', gzipSync(TEXT).subarray(0, 20), 'gzip file is damaged or not complete'],
  [
    'a broken gzip file',
    Buffer.concat([gzipSync(TEXT).subarray(0, 10), Buffer.from('\xff\xff\xff', 'latin1')]),
    'gzip file is damaged',
  ],
  ['a gzip file in a gzip file', gzipSync(gzipSync(TEXT)), 'is no text'],
])('refuses %s', async (_, file, reason) => {
  const error = await read(file).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(UnusableFileError);
  expect((error as Error).message).toContain(reason);
});

it('passes on what breaks the body', async () => {
  const broken = async function* () {
    yield gzipSync(TEXT).subarray(0, 15);
    await Promise.reject(new Error('aborted'));
  };
  const all = async () => {
    for await (const part of textOf(broken())) expect(part).toBeDefined();
  };
  await expect(all()).rejects.toThrow('aborted');
});
