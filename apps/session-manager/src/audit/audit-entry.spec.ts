import { auditEntry, idBefore } from './audit-entry';

const fields = (detail: string) => [
  'actor',
  'admin',
  'address',
  '::1',
  'action',
  'extended',
  'target',
  'ada-1f2e3d4c',
  'detail',
  detail,
];

it('reads an entry', () => {
  expect(auditEntry(['1764064800000-0', ['at', '2025-11-25T10:00:00.123Z', ...fields('{"hours":12}')]])).toEqual({
    id: '1764064800000-0',
    at: '2025-11-25T10:00:00.123Z',
    actor: 'admin',
    address: '::1',
    action: 'extended',
    target: 'ada-1f2e3d4c',
    detail: { hours: 12 },
  });
});

it.each([
  ['', {}],
  ['{}', {}],
  ['[1]', { value: [1] }],
  ['"words"', { value: 'words' }],
  ['words', { value: 'words' }],
  ['null', { value: null }],
])('shows the detail %s as %j', (text, detail) => expect(auditEntry(['1-0', fields(text)]).detail).toEqual(detail));

it('takes the time of the id where an entry tells none, and nothing for what is missing', () => {
  expect(auditEntry(['1764064800000-0', ['action', 'did']])).toMatchObject({
    at: '2025-11-25T10:00:00.000Z',
    action: 'did',
    actor: '',
    detail: {},
  });
});

it.each([
  ['5-3', '5-2'],
  ['5-0', '4-18446744073709551615'],
  ['0-1', '0-0'],
  ['0-0', undefined],
  ['99999999999999999999-0', '18446744073709551614-18446744073709551615'],
  ['5-99999999999999999999', '5-18446744073709551614'],
])('comes before %s: %s', (id, before) => expect(idBefore(id)).toBe(before));
