import { draftOf, patchOf, placesOf } from './upload-draft';
import type { Upload } from './upload-types';

const found = { first: '', last: '', missing: 0, newest_first: false };
const json = {
  name: 'trail.json',
  format: 'json',
  sourcetype: '_json',
  time: { ...found, field: 'eventTime', format: 'iso8601' },
  time_choices: [
    { field: 'eventTime', format: 'iso8601' },
    { field: 'user.created', format: 'epoch' },
  ],
} as unknown as Upload;
const text = {
  ...json,
  format: 'text',
  time: { ...found, field: null, format: 'clf' },
  time_choices: [
    { field: null, format: 'clf' },
    { field: null, format: 'iso8601' },
  ],
} as unknown as Upload;

it('offers the fields that have a time, any other one, and none', () => {
  expect(placesOf(json).map(([place]) => place)).toEqual(['field:eventTime', 'field:user.created', 'other', 'none']);
  expect(placesOf(text).map(([place]) => place)).toEqual(['line', 'none']);
});

it.each([
  { upload: json, place: 'field:eventTime' },
  { upload: { ...json, time: { ...json.time!, field: 'far.away' } }, place: 'other' },
  { upload: { ...json, time: null }, place: 'none' },
  { upload: text, place: 'line' },
])('begins with the time where it is: $place', ({ upload, place }) => {
  expect(draftOf(upload).place).toBe(place);
  expect(patchOf(draftOf(upload), upload)).toEqual({});
});

it.each([
  { upload: json, change: { name: 'other.json' }, patch: { name: 'other.json' } },
  { upload: json, change: { sourcetype: ' ' }, patch: { sourcetype: null } },
  { upload: json, change: { place: 'none' }, patch: { time: null } },
  { upload: json, change: { format: 'epoch' }, patch: { time: { field: 'eventTime', format: 'epoch' } } },
  { upload: json, change: { place: 'field:user.created', format: '' }, patch: { time: { field: 'user.created' } } },
  { upload: json, change: { place: 'other', field: 'a.b', format: '' }, patch: { time: { field: 'a.b' } } },
  { upload: text, change: { format: 'iso8601' }, patch: { time: { field: null, format: 'iso8601' } } },
  { upload: text, change: { format: '' }, patch: { time: { field: null } } },
] as const)('asks for $patch', ({ upload, change, patch }) =>
  expect(patchOf({ ...draftOf(upload), ...change }, upload)).toEqual(patch),
);
