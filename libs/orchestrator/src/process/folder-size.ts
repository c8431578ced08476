import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const MOST_ENTRIES = 10_000;

/** The bytes of all files in a folder; `undefined` where that is too many files to look at, or something changes meanwhile. */
export async function folderSize(path: string, signal: AbortSignal): Promise<number | undefined> {
  let entries = 0;
  let bytes = 0;
  const folders = [path];
  try {
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      signal.throwIfAborted();
      const found = await readdir(folder, { withFileTypes: true });
      entries += found.length;
      if (entries > MOST_ENTRIES) return undefined;
      for (const entry of found) {
        const own = join(folder, entry.name);
        if (entry.isDirectory()) folders.push(own);
        else bytes += (await lstat(own)).size;
      }
    }
    return bytes;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}
