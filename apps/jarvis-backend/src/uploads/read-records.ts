import { open } from 'node:fs/promises';
import { UnusableFileError } from '../errors';
import { BETWEEN, framingOf, type Layout } from './framing';

const BLOCK = 64 * 1024;
/** The longest event, in bytes. */
export const RECORD_MAX = 256 * 1024;

/**
 * Calls `visit` with each event of a file and where it begins, in bytes. Never holds more than an event and a block. Throws
 * `UnusableFileError` for an event that is too long or has no end.
 */
export async function readRecords(
  path: string,
  layout: Layout,
  visit: (text: string, offset: number) => void,
): Promise<void> {
  const framing = framingOf(layout);
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(RECORD_MAX + BLOCK);
    let [held, offset, isLast] = [0, layout.start, false];
    while (!isLast) {
      const { bytesRead } = await file.read(buffer, held, Math.min(BLOCK, buffer.length - held), offset + held);
      held += bytesRead;
      isLast = bytesRead === 0;
      const bytes = buffer.subarray(0, held);
      let from = 0;
      for (let frame = framing(bytes, from, isLast); frame; frame = framing(bytes, from, isLast)) {
        if (frame.end - frame.start > RECORD_MAX) throw await tooLong(path, offset + frame.start);
        const text = bytes.toString('utf8', frame.start, frame.end);
        if (text.trim() !== '') visit(text, offset + frame.start);
        from = frame.next;
      }
      if (held - from === buffer.length) throw await tooLong(path, offset + from);
      const rest = isLast ? bytes.subarray(from).findIndex((byte) => !BETWEEN.has(byte)) : -1;
      if (rest >= 0) throw await endless(path, offset + from + rest);
      buffer.copyWithin(0, from, held);
      held -= from;
      offset += from;
    }
  } finally {
    await file.close();
  }
}

const tooLong = async (path: string, offset: number): Promise<UnusableFileError> =>
  new UnusableFileError(
    `The event in line ${await lineAt(path, offset)} is longer than ${RECORD_MAX / 1024} KB. Shorten it; if it has quotes, see whether one of them never closes.`,
  );

const endless = async (path: string, offset: number): Promise<UnusableFileError> =>
  new UnusableFileError(
    `The event in line ${await lineAt(path, offset)} has no end: a quote or a brace that opens there never closes. Is the file complete?`,
  );

/** The number of the line that has the byte at `offset`; the first is 1. */
async function lineAt(path: string, offset: number): Promise<number> {
  let line = 1;
  if (offset === 0) return line;
  const file = await open(path);
  for await (const block of file.createReadStream({ end: offset - 1 }) as AsyncIterable<Buffer>) {
    for (let at = block.indexOf(10); at >= 0; at = block.indexOf(10, at + 1)) line += 1;
  }
  return line;
}
