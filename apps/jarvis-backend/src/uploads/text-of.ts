import { isUtf8 } from 'node:buffer';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UnusableFileError } from '../errors';

export type Bytes = AsyncIterable<Uint8Array>;

/** How much of a character may be cut off at the end of a chunk, in bytes. */
const CUT_MAX = 3;

/** The text of a file as UTF-8 without a byte order mark, unpacked from gzip and from UTF-16. Throws `UnusableFileError` for anything else. */
export async function* textOf(file: Bytes): Bytes {
  const { head, rest } = await peek(unpacked(await peek(file)));
  if (head[0] === 0xff && head[1] === 0xfe) yield* fromUtf16(rest, 'utf-16le');
  else if (head[0] === 0xfe && head[1] === 0xff) yield* fromUtf16(rest, 'utf-16be');
  else yield* checked(rest, head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0);
}

interface Peeked {
  /** At least the first three bytes, where there are as many. */
  readonly head: Buffer;
  /** All, the head included. */
  readonly rest: Bytes;
}

async function peek(source: Bytes): Promise<Peeked> {
  const chunks = source[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < 3) {
    const { done, value } = await chunks.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  const rest = async function* (): Bytes {
    if (head.length > 0) yield head;
    yield* { [Symbol.asyncIterator]: () => chunks };
  };
  return { head, rest: rest() };
}

async function* unpacked({ head, rest }: Peeked): Bytes {
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* rest;
    return;
  }
  const gunzip = createGunzip();
  // What fails on the way is thrown by reading the end of it.
  pipeline(Readable.from(rest, { highWaterMark: 1 }), gunzip, () => undefined);
  try {
    yield* gunzip as Bytes;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_') !== true) throw error;
    throw new UnusableFileError('The gzip file is damaged or not complete. Pack it again.', { cause: error });
  }
}

/** UTF-8 without its first `skip` bytes. */
async function* checked(source: Bytes, skip: number): Bytes {
  let [cut, left] = [Buffer.alloc(0), skip];
  for await (const chunk of source) {
    const bytes = Buffer.concat([cut, chunk]);
    const end = bytes.length - cutLength(bytes);
    const text = bytes.subarray(0, end);
    if (text.includes(0)) throw isBinary();
    if (!isUtf8(text)) throw notUtf8();
    cut = bytes.subarray(end);
    yield text.subarray(left);
    left = 0;
  }
  if (cut.length > 0) throw notUtf8();
}

const isBinary = (): UnusableFileError =>
  new UnusableFileError('The file is no text: it has zero bytes. Upload a log file, as it is or packed with gzip.');

const notUtf8 = (): UnusableFileError =>
  new UnusableFileError(
    'The file is no text in UTF-8. Save it as UTF-8; if it is an archive other than gzip, unpack it first.',
  );

/** How many bytes at the end belong to a character that is not complete. */
function cutLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(CUT_MAX, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const whole = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return whole > back ? back : 0;
  }
  return 0;
}

async function* fromUtf16(source: Bytes, encoding: 'utf-16le' | 'utf-16be'): Bytes {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
