import type { RecordReader, Stretch } from './record-reader';
import type { Segment } from './upload.types';

export interface MomentsSpec {
  readonly reader: RecordReader;
  readonly segments: readonly Segment[];
  /** Whether events are replayed from the end of the file on. */
  readonly isReversed: boolean;
  /** The earliest time, in ms since 1970. */
  readonly earliest: number;
  readonly timeOf: (record: string) => number | undefined;
}

/**
 * When event `number` of a file is replayed, in ms after the earliest; never falls in the order of the replay. An event without a time, or
 * with one before that of an event replayed earlier, comes together with the event before it.
 */
export function replayMoments(spec: MomentsSpec): (number: number) => number {
  const reached = reachedBefore(spec);
  let kept: { stretch: Stretch; moments: readonly number[] } | undefined;
  return (number) => {
    const stretch = spec.reader.stretchOf(number);
    if (kept?.stretch !== stretch) kept = { stretch, moments: momentsIn(stretch, reached[stretch.segment]!, spec) };
    return kept.moments[number - stretch.first]! - spec.earliest;
  };
}

/** The latest time of all that is replayed before each segment. */
function reachedBefore({ segments, isReversed, earliest }: MomentsSpec): number[] {
  const reached: number[] = [];
  let latest = earliest;
  for (const place of inOrder(segments.length, isReversed)) {
    reached[place] = latest;
    latest = Math.max(latest, segments[place]!.latest);
  }
  return reached;
}

function momentsIn({ records }: Stretch, reached: number, { isReversed, timeOf }: MomentsSpec): number[] {
  const moments: number[] = [];
  let latest = reached;
  for (const place of inOrder(records.length, isReversed)) {
    latest = Math.max(latest, timeOf(records[place]!) ?? latest);
    moments[place] = latest;
  }
  return moments;
}

const inOrder = (length: number, isReversed: boolean): number[] =>
  Array.from({ length }, (_, step) => (isReversed ? length - 1 - step : step));
