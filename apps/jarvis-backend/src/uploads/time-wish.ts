import { InvalidInputError } from '../errors';
import { timeInField } from './detect-time';
import { timeLocator, type TimePlace } from './locate-time';
import type { IndexedUpload } from './upload.types';

/** Where an attendee says that the time is; without a form, the one that is found there. */
export interface TimeWish {
  readonly field: string | null;
  readonly format?: TimePlace['format'] | undefined;
}

/** The place that is meant; throws `InvalidInputError` where none of the `records`, the first of the upload, has a time there. */
export function wantedPlace(
  { field, format }: TimeWish,
  { layout, time_choices: choices, created_at }: Pick<IndexedUpload, 'layout' | 'time_choices' | 'created_at'>,
  records: readonly string[],
): TimePlace {
  const received = Date.parse(created_at);
  if ((field === null) !== (layout.format === 'text')) throw noTime(field);
  if (format === undefined) {
    const found = field === null ? choices[0] : timeInField(records, layout, field, received);
    if (found) return found;
    throw noTime(field);
  }
  const locator = timeLocator(layout, { field, format }, received);
  if (records.every((record) => locator.locate(record) === undefined)) throw noTime(field);
  return { field, format };
}

function noTime(field: string | null): InvalidInputError {
  const message =
    field === null
      ? 'is in none of the first lines'
      : `is not in ${JSON.stringify(field.slice(0, 100))} of the first events`;
  return new InvalidInputError(`time: ${message}`, [{ field: 'time', message }]);
}
