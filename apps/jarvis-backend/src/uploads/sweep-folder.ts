import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../log';
import type { UploadStore } from './upload.store';

/** Clears what a crash left: files that belong to no upload, and uploads whose file is gone. */
export function sweepFolder(folder: string, store: Pick<UploadStore, 'list' | 'remove'>, log: Log): void {
  const files = new Set(readdirSync(folder));
  for (const { id, name } of store.list()) {
    if (files.delete(id)) continue;
    store.remove(id);
    log('warn', 'The file of an upload is gone', { upload: id, name });
  }
  for (const file of files) rmSync(join(folder, file), { recursive: true, force: true });
}
