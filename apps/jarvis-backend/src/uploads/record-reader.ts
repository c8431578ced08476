import { closeSync, openSync, readSync } from 'node:fs';
import { NotFoundError } from '../errors';
import { firstRecords } from './detect-layout';
import type { IndexedUpload, Segment } from './upload.types';

/** Events that follow each other in a file. */
export interface Stretch {
  /** The number of the first. */
  readonly first: number;
  /** The place of their segment among all. */
  readonly segment: number;
  readonly records: readonly string[];
}

/** Reads events of an upload by their number, a segment at a time; keeps the last segment, and no file open. */
export class RecordReader {
  private kept: Stretch | undefined;

  constructor(
    private readonly upload: Pick<IndexedUpload, 'id' | 'layout' | 'segments' | 'size_bytes' | 'events'>,
    private readonly path: string,
  ) {}

  /** Throws a `RangeError` where there is no such event, `NotFoundError` once the file is gone. */
  record(number: number): string {
    const { first, records } = this.stretchOf(number);
    return records[number - first]!;
  }

  /** The stretch that has event `number`; throws as `record` does. */
  stretchOf(number: number): Stretch {
    const { segments, events } = this.upload;
    if (!(number >= 0 && number < events)) throw new RangeError(`The upload has no event ${number}`);
    const { kept } = this;
    if (kept && number >= kept.first && number < kept.first + kept.records.length) return kept;
    const segment = placeOf(segments, number);
    this.kept = { segment, first: segments[segment]!.first, records: this.read(segment) };
    return this.kept;
  }

  private read(place: number): string[] {
    const { layout, segments, size_bytes: size, events } = this.upload;
    const [segment, next] = [segments[place]!, segments[place + 1]];
    const bytes = this.bytes(segment.offset, (next?.offset ?? size) - segment.offset);
    const count = (next?.first ?? events) - segment.first;
    return firstRecords(bytes, { ...layout, start: 0 }, true, count).map(({ text }) => text);
  }

  private bytes(offset: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    const file = this.open();
    try {
      for (let filled = 0; filled < length;) {
        const read = readSync(file, bytes, filled, length - filled, offset + filled);
        if (read === 0) throw new Error(`The file of upload ${this.upload.id} is shorter than it was`);
        filled += read;
      }
      return bytes;
    } finally {
      closeSync(file);
    }
  }

  private open(): number {
    try {
      return openSync(this.path, 'r');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new NotFoundError('upload', this.upload.id);
      throw error;
    }
  }
}

/** The place of the segment that has event `number`. */
function placeOf(segments: readonly Segment[], number: number): number {
  let [low, high] = [0, segments.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (segments[middle]!.first <= number) low = middle;
    else high = middle - 1;
  }
  return low;
}
