import { csvSpans } from './csv-record';
import { findScalar, type Span } from './find-scalar';
import type { Layout } from './framing';
import { Timestamp, type FoundTime, type TimeFormat } from './timestamp';

/** Where the time of an upload's events is: in a field, or with `null` in the line itself. */
export interface TimePlace {
  readonly field: string | null;
  readonly format: TimeFormat;
}

export interface TimeLocator {
  /** The time of an event, and where its text has it. */
  locate(record: string): FoundTime | undefined;
  /** The event with another time, in ms, in the same place and form; as it is where it has none. */
  shift(record: string, time: number): string;
}

/** `received` is when the file came, in ms: it decides the year of times without one. */
export function timeLocator(layout: Layout, { field, format }: TimePlace, received: number): TimeLocator {
  const timestamp = new Timestamp(format, received);
  const spanOf = field === null ? undefined : spanFinder(layout, field);
  const locate = (record: string): FoundTime | undefined => {
    if (!spanOf) return timestamp.find(record);
    const span = spanOf(record);
    const time = span && timestamp.read(record.slice(span.start, span.end));
    return span && time !== undefined ? { ...span, time } : undefined;
  };
  return {
    locate,
    shift: (record, time) => {
      const found = locate(record);
      if (!found) return record;
      const written = timestamp.write(record.slice(found.start, found.end), time);
      return record.slice(0, found.start) + written + record.slice(found.end);
    },
  };
}

function spanFinder({ columns, delimiter }: Layout, field: string): (record: string) => Span | undefined {
  if (!columns) return (record) => findScalar(record, field);
  const column = columns.indexOf(field);
  return (record) => csvSpans(record, delimiter ?? ',')[column];
}
