import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { DiskFullError, UploadStalledError } from '../errors';
import { textOf, type Bytes } from './text-of';

const STALLED_MS = 60_000;

/**
 * Writes the text of an uploaded file to `path`, which must be new, and resolves when the disk has it. `account` is called with the size of
 * each piece before it is written, and may throw. Rejects with what it throws, `UnusableFileError`, `UploadStalledError`, `DiskFullError`
 * or what broke the body; the file may then be there in part.
 */
export async function receiveFile(
  body: Bytes,
  path: string,
  account: (bytes: number) => void,
  stalledMs = STALLED_MS,
): Promise<void> {
  const accounted = async function* (): Bytes {
    for await (const chunk of textOf(arriving(body, stalledMs))) {
      account(chunk.byteLength);
      yield chunk;
    }
  };
  try {
    // Opened before anything can fail: a stream that opens by itself may do so after the file was removed.
    const file = await open(path, 'wx', 0o600);
    await pipeline(accounted(), file.createWriteStream({ flush: true }));
  } catch (error) {
    throw asDiskFull(error);
  }
}

/** The body, as long as the next piece of it comes within `stalledMs`. */
async function* arriving(body: Bytes, stalledMs: number): Bytes {
  const chunks = body[Symbol.asyncIterator]();
  for (;;) {
    const { promise: stalled, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new UploadStalledError()), stalledMs);
    try {
      const { done, value } = await Promise.race([chunks.next(), stalled]);
      if (done) return;
      yield value;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** What fails on a full disk, or on a quota that is used up, as a `DiskFullError`; anything else as it is. */
export function asDiskFull(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  const isFull = code === 'ENOSPC' || code === 'EDQUOT' || /database or disk is full/.test(message);
  return isFull ? new DiskFullError({ cause: error }) : error;
}
