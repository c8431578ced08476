import { isValid, personCsv, personErrors, type PersonDraft } from './person-csv';

const ada: PersonDraft = { userId: 'ada@example.org', hours: '', pairs: [] };
const pair = (id: number, key: string, value: string) => ({ id, key, value });

it('is a roster of one row', () =>
  expect(personCsv({ ...ada, hours: 8, pairs: [pair(1, 'table', '4'), pair(2, '', '')] })).toBe(
    '"user_id","hours","table"\r\n"ada@example.org","8","4"\r\n',
  ));

it('keeps what looks like CSV one cell', () =>
  expect(personCsv({ ...ada, userId: ' "ada", the first\t', pairs: [pair(1, 'a,b', 'c\nd')] })).toBe(
    '"user_id","hours","a,b"\r\n"""ada"", the first","","c\nd"\r\n',
  ));

it.each<[Partial<PersonDraft>, object]>([
  [{}, { pairs: {} }],
  [{ userId: ' ' }, { userId: 'Say who it is for', pairs: {} }],
  [{ hours: 0 }, { hours: 'From 0.01 to 720', pairs: {} }],
  [{ hours: 0.5 }, { pairs: {} }],
  [{ pairs: [pair(1, '', '')] }, { pairs: {} }],
  [{ pairs: [pair(1, '', '4')] }, { pairs: { 1: 'Name it, or empty the row' } }],
  [{ pairs: [pair(1, 'User ID', '4')] }, { pairs: { 1: 'This name has a field of its own' } }],
  [
    { pairs: [pair(1, 'table', '4'), pair(2, 'Table ', '5')] },
    { pairs: { 1: 'This name is there twice', 2: 'This name is there twice' } },
  ],
])('of %j says %j', (edit, errors) => {
  expect(personErrors({ ...ada, ...edit })).toEqual(errors);
  expect(isValid(personErrors({ ...ada, ...edit }))).toBe(JSON.stringify(errors) === '{"pairs":{}}');
});
