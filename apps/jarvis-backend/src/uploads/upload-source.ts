import type { Playlist } from '../events/playlist';
import { timeLocator } from './locate-time';
import { RecordReader } from './record-reader';
import { replayMoments } from './replay-moments';
import { replayedEvent } from './replayed-event';
import type { IndexedUpload } from './upload.types';

/** The events of an upload in the order in which they happened. */
export interface UploadSource extends Playlist {
  readonly total: number;
}

/**
 * Replays the upload whose file is at `path`. Event `index` carries the time that is asked for, written where and as the file has it. Where
 * the file has times, the timeline has its pace. Reading throws `NotFoundError` once the file is gone.
 */
export function openUploadSource(upload: IndexedUpload, path: string): UploadSource {
  const { layout, time, events, segments } = upload;
  const reader = new RecordReader(upload, path);
  const locator = time && timeLocator(layout, time, Date.parse(upload.created_at));
  const isReversed = time?.newest_first ?? false;
  const numberOf = (index: number): number => (isReversed ? events - 1 - index : index);
  const source: UploadSource = {
    total: events,
    at: (index, moment) => {
      const record = reader.record(numberOf(index));
      return replayedEvent(upload, locator ? locator.shift(record, moment.getTime()) : record, moment);
    },
  };
  if (!time || !locator) return source;
  const earliest = Date.parse(time.first);
  const timeOf = (record: string): number | undefined => locator.locate(record)?.time;
  const momentOf = replayMoments({ reader, segments, isReversed, earliest, timeOf });
  const length = Date.parse(time.last) - earliest;
  return { ...source, timeline: { length, offset: (index) => momentOf(numberOf(index)) } };
}
