import { isBroken, valueOf, valueText, type Json } from './value-text';

it.each<[Json, string]>([
  ['{{user.login}}', '{{user.login}}'],
  ['plain', 'plain'],
  ['[login] failed', '[login] failed'],
  ['', ''],
  ['5', '"5"'],
  ['true', '"true"'],
  ['"quoted"', String.raw`"\"quoted\""`],
  ['{"half', String.raw`"{\"half"`],
  [5, '5'],
  [null, 'null'],
  [{ city: 'Riga', at: [1, 2] }, '{ "city": "Riga", "at": [ 1, 2 ] }'],
])('edits %j as %s, and reads it back', (value, text) => {
  expect(valueText(value)).toBe(text);
  expect(valueOf(text)).toEqual(value);
});

it('keeps line feeds and spaces inside texts', () => {
  const value = { text: 'one\n  two' };
  expect(valueOf(valueText(value))).toEqual(value);
});

it.each([
  ['{"a": 1', true],
  ['[1, 2', false],
  ['["a"', true],
  ['{{user}}', false],
  ['{"a": 1}', false],
])('tells that %s is broken JSON: %s', (text, broken) => {
  expect(isBroken(text)).toBe(broken);
});
