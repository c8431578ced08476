import type { TimeFormat, TimePlace, Upload } from './upload-types';

/** What an attendee may change of an upload, as it is typed. */
export interface UploadDraft {
  readonly name: string;
  readonly sourcetype: string;
  /** `none`, `line`, `other` for the field that is named, or `field:…`. */
  readonly place: string;
  readonly field: string;
  /** Empty to have it found. */
  readonly format: TimeFormat | '';
}

const FIELD = 'field:';

/** Where the time of an upload's events may be, for `place`. */
export function placesOf({ format, time_choices }: Upload): (readonly [string, string])[] {
  const fields = new Set(time_choices.map(({ field }) => field).filter((field) => field !== null));
  const places: (readonly [string, string])[] =
    format === 'text'
      ? [['line', 'In the line']]
      : [...[...fields].map((field) => [FIELD + field, field] as const), ['other', 'Another field']];
  return [...places, ['none', 'Nowhere: events are sent as they are']];
}

export function draftOf(upload: Upload): UploadDraft {
  const { name, sourcetype, time } = upload;
  return { name, sourcetype, place: placeOf(upload), field: time?.field ?? '', format: time?.format ?? '' };
}

function placeOf(upload: Upload): string {
  if (!upload.time) return 'none';
  const { field } = upload.time;
  if (field === null) return 'line';
  return placesOf(upload).some(([place]) => place === FIELD + field) ? FIELD + field : 'other';
}

/** The change that is asked of the backend: what differs from the upload, and nothing else. */
export function patchOf(draft: UploadDraft, upload: Upload): object {
  const before = draftOf(upload);
  const sameTime = (['place', 'field', 'format'] as const).every((key) => draft[key] === before[key]);
  return {
    ...(draft.name !== before.name && { name: draft.name }),
    ...(draft.sourcetype !== before.sourcetype && { sourcetype: draft.sourcetype.trim() || null }),
    ...(!sameTime && { time: wishOf(draft) }),
  };
}

function wishOf({ place, field, format }: UploadDraft): Partial<TimePlace> | null {
  if (place === 'none') return null;
  const named = place === 'other' ? field : place.slice(FIELD.length);
  return { field: place === 'line' ? null : named, ...(format && { format }) };
}
