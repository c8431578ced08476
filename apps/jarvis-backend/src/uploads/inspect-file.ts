import { open } from 'node:fs/promises';
import { UnusableFileError } from '../errors';
import { detectLayout, firstRecords } from './detect-layout';
import type { Layout } from './framing';
import { timeLocator, type TimePlace } from './locate-time';
import { readRecords, RECORD_MAX } from './read-records';
import { TimeSpan } from './time-span';
import type { IndexedUpload, Segment } from './upload.types';

/** Bytes that are read at once to get at an event. */
const SEGMENT = 64 * 1024;
const EVENTS_MAX = 2_000_000;
const HEAD = 2 * RECORD_MAX;
/** How many events are looked at to find out where their time is. */
const SAMPLE = 100;

/** What a file's first bytes tell of it. */
export interface Sample {
  readonly layout: Layout;
  readonly records: readonly string[];
}

export type Inspection = Pick<IndexedUpload, 'events' | 'time' | 'segments'>;

export async function sampleFile(path: string): Promise<Sample> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(HEAD), 0, HEAD, 0);
    const [head, isWhole] = [buffer.subarray(0, bytesRead), bytesRead < HEAD];
    const layout = detectLayout(head, isWhole);
    return { layout, records: firstRecords(head, layout, isWhole, SAMPLE).map(({ text }) => text) };
  } finally {
    await file.close();
  }
}

/**
 * Reads all events of a file once: counts them, notes where they are, and finds their times at `place`; `received` is when the file came,
 * in ms. Throws `UnusableFileError` for a file without events, with too many, or with one that cannot be read.
 */
export async function inspectFile(
  path: string,
  layout: Layout,
  place: TimePlace | null,
  received: number,
): Promise<Inspection> {
  const locator = place && timeLocator(layout, place, received);
  const segments: Segment[] = [];
  const times = new TimeSpan();
  let events = 0;
  await readRecords(path, layout, (text, offset) => {
    if (layout.format === 'json' && !text.startsWith('{')) throw noObject(events + 1);
    if (events === EVENTS_MAX) throw tooMany();
    const time = locator?.locate(text)?.time;
    times.add(time);
    const last = segments.at(-1);
    if (!last || offset - last.offset >= SEGMENT)
      segments.push({ first: events, offset, latest: time ?? Number.NEGATIVE_INFINITY });
    else if (time !== undefined && time > last.latest) segments[segments.length - 1] = { ...last, latest: time };
    events += 1;
  });
  if (events === 0) throw new UnusableFileError('The file has no events: it is empty, or has nothing but a header.');
  return { events, segments, time: place && times.at(place) };
}

const noObject = (number: number): UnusableFileError =>
  new UnusableFileError(
    `Entry ${number} of the JSON document is no object. Upload an array of objects, or one a line.`,
  );

const tooMany = (): UnusableFileError =>
  new UnusableFileError(`The file has more than ${EVENTS_MAX} events. Upload it in parts.`);
