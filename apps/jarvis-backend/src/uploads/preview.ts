import { timeLocator } from './locate-time';
import { RecordReader } from './record-reader';
import type { IndexedUpload } from './upload.types';

export interface PreviewedEvent {
  readonly index: number;
  /** ISO 8601; `null` where none was found. */
  readonly time: string | null;
  /** As the file has it, up to 4,000 characters. */
  readonly line: string;
  readonly is_cut: boolean;
  /** Where the time stands in `line`, in UTF-16 code units; `null` where it is not shown. */
  readonly time_at: { readonly start: number; readonly end: number } | null;
}

const SHOWN = 4000;

/** Up to `limit` events of an upload in the order of its file, from `offset` on. Throws `NotFoundError`. */
export function previewOf(upload: IndexedUpload, path: string, offset: number, limit: number): PreviewedEvent[] {
  const reader = new RecordReader(upload, path);
  const locator = upload.time && timeLocator(upload.layout, upload.time, Date.parse(upload.created_at));
  const count = Math.max(0, Math.min(limit, upload.events - offset));
  return Array.from({ length: count }, (_, step) => {
    const index = offset + step;
    const record = reader.record(index);
    const found = locator?.locate(record);
    return {
      index,
      time: found ? new Date(found.time).toISOString() : null,
      line: record.slice(0, SHOWN),
      is_cut: record.length > SHOWN,
      time_at: found && found.end <= SHOWN ? { start: found.start, end: found.end } : null,
    };
  });
}
