import type { Layout, UploadFormat } from './framing';
import type { TimePlace } from './locate-time';

/** Where the events' time is, and what was found there. */
export interface UploadTime extends TimePlace {
  /** The earliest and the latest, ISO 8601. */
  readonly first: string;
  readonly last: string;
  /** Events in which no time was found. */
  readonly missing: number;
  /** Whether the file has its newest events first, as exports of searches do. They are replayed from the oldest on. */
  readonly newest_first: boolean;
}

/** An uploaded file as it is answered. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  /** Unpacked, as it is kept. */
  readonly size_bytes: number;
  readonly format: UploadFormat;
  /** How many it has. */
  readonly events: number;
  readonly columns: readonly string[] | null;
  /** `null` where no time is known: events are then replayed as they are. */
  readonly time: UploadTime | null;
  /** Where the time may be, the likeliest first. */
  readonly time_choices: readonly TimePlace[];
  /** What a HEC destination is told. */
  readonly sourcetype: string;
  readonly created_at: string;
}

/** A stretch of the file that is read at once. */
export interface Segment {
  /** The number of its first event. */
  readonly first: number;
  /** Where it begins, in bytes. */
  readonly offset: number;
  /** The latest time of its events, in ms; `-Infinity` without any. */
  readonly latest: number;
}

/** All that is needed to read its events. */
export interface IndexedUpload extends Upload {
  readonly layout: Layout;
  readonly segments: readonly Segment[];
}
