import { csvValues } from './csv-record';
import { jsonObject } from './detect-layout';
import type { Layout } from './framing';
import type { TimePlace } from './locate-time';
import { TIME_FORMATS, Timestamp } from './timestamp';

/** What fields that say when an event happened are called, the likeliest first; in lower case, without anything but letters. */
const NAMES = (
  'timestamp time eventtime ts datetime timegenerated eventtimestamp timecreated published creationtime createdat created date ' +
  'starttime begintime activitydatetime createddatetime detecttime receivedtime'
).split(' ');
/** A number is a time only under a name like one. */
const TIMELY = /time|date|stamp|epoch|created|published|when|^_?ts$|[_.]ts$|_at$/i;
/** A time stands in at least this part of the events that were looked at. */
const SHARE = { field: 0.5, line: 0.2 };
/** Of two forms that nearly as many lines have, the one further left is the line's own. */
const USUAL = 0.9;
const DEPTH_MAX = 5;

/** Where the time of the events may be, the likeliest first; `received` is when the file came, in ms. */
export const timeChoices = (records: readonly string[], layout: Layout, received: number): TimePlace[] =>
  layout.format === 'text' ? lineChoices(records, received) : fieldChoices(records, layout, received);

/** The times in `field`; `undefined` where it has none of a form that is known. */
export const timeInField = (
  records: readonly string[],
  layout: Layout,
  field: string,
  received: number,
): TimePlace | undefined => {
  const texts = records.flatMap((record) => valuesOf(record, layout).get(field) ?? []);
  return placeOf(field, texts, received);
};

function fieldChoices(records: readonly string[], layout: Layout, received: number): TimePlace[] {
  const values = new Map<string, string[]>();
  for (const record of records) {
    for (const [field, value] of valuesOf(record, layout)) {
      const known = values.get(field);
      if (known) known.push(value);
      else values.set(field, [value]);
    }
  }
  return [...values]
    .filter(([field, texts]) => texts.length >= records.length * SHARE.field && mayBeTime(field, texts))
    .map(([field, texts]) => placeOf(field, texts, received))
    .filter((place) => place !== undefined)
    .toSorted((a, b) => rank(a.field ?? '') - rank(b.field ?? ''));
}

const mayBeTime = (field: string, texts: readonly string[]): boolean =>
  TIMELY.test(field) || texts.some((text) => !/^[\d.]+$/.test(text));

function placeOf(field: string, texts: readonly string[], received: number): TimePlace | undefined {
  let best: { format: TimePlace['format']; count: number } | undefined;
  for (const format of TIME_FORMATS) {
    const timestamp = new Timestamp(format, received);
    const count = texts.filter((text) => timestamp.read(text) !== undefined).length;
    if (count > (best?.count ?? 0)) best = { format, count };
  }
  return best && best.count >= texts.length * SHARE.field ? { field, format: best.format } : undefined;
}

/** By name; fields of inner objects come after the event's own. */
function rank(field: string): number {
  const known = (name: string): number => NAMES.indexOf(name.replaceAll(/[^a-z]/gi, '').toLowerCase());
  const whole = known(field);
  if (whole >= 0) return whole;
  const path = field.split('.');
  const last = known(path.at(-1) ?? '');
  return (last >= 0 ? last : NAMES.length) + path.length * NAMES.length;
}

function lineChoices(records: readonly string[], received: number): TimePlace[] {
  const all = TIME_FORMATS.map((format) => {
    const timestamp = new Timestamp(format, received);
    const starts = records.flatMap((record) => timestamp.find(record)?.start ?? []);
    return { format, count: starts.length, start: starts.reduce((sum, start) => sum + start, 0) / starts.length };
  }).filter(({ count }) => count > 0 && count >= records.length * SHARE.line);
  const most = Math.max(...all.map(({ count }) => count));
  const isUsual = ({ count }: { count: number }): boolean => count >= most * USUAL;
  return all
    .toSorted((a, b) =>
      isUsual(a) && isUsual(b) ? a.start - b.start : Number(isUsual(b)) - Number(isUsual(a)) || b.count - a.count,
    )
    .map(({ format }) => ({ field: null, format }));
}

/** The values of an event as texts, by field; those of an object within it by `outer.inner`. */
function valuesOf(record: string, { columns, delimiter }: Layout): Map<string, string> {
  const values = new Map<string, string>();
  if (!columns) flatten(jsonObject(record) ?? {}, '', DEPTH_MAX, values);
  else
    for (const [index, value] of csvValues(record, delimiter ?? ',').entries()) {
      const column = columns[index];
      if (value !== '' && column !== undefined) values.set(column, value);
    }
  return values;
}

function flatten(object: object, prefix: string, depth: number, into: Map<string, string>): void {
  for (const [name, value] of Object.entries(object) as [string, unknown][]) {
    if (typeof value === 'string' || typeof value === 'number') into.set(prefix + name, String(value));
    else if (depth > 1 && typeof value === 'object' && value !== null && !Array.isArray(value))
      flatten(value, `${prefix}${name}.`, depth - 1, into);
  }
}
