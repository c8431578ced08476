import type { FileHandle } from 'node:fs/promises';

const CHUNK_BYTES = 64 * 1024;
const NEWLINE = 0x0a;

/**
 * Where in a file its last `tail` lines begin. A last line without an end is one of them, unless the file is to grow: that
 * line is then still to come, and whole.
 */
export async function tailStart(file: FileHandle, tail: number, growing: boolean): Promise<number> {
  const { size } = await file.stat();
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let wanted = tail + 1;
  for (let end = size; end > 0;) {
    const start = Math.max(0, end - CHUNK_BYTES);
    const { bytesRead } = await file.read(chunk, 0, end - start, start);
    if (end === size && !growing && chunk[bytesRead - 1] !== NEWLINE) wanted--;
    if (wanted === 0) return size;
    for (
      let at = chunk.lastIndexOf(NEWLINE, bytesRead - 1);
      at >= 0;
      at = at > 0 ? chunk.lastIndexOf(NEWLINE, at - 1) : -1
    ) {
      wanted--;
      if (wanted === 0) return start + at + 1;
    }
    end = start;
  }
  return 0;
}
