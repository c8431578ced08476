import { csvOf, formulaSafe, pickRows, recordsOf } from './csv';

it('quotes what would be taken for a separator, a quote or a line’s end', () =>
  expect(
    csvOf([
      ['user_id', 'team'],
      ['ada', 'a, "b"\nc;d'],
    ]),
  ).toBe('"user_id","team"\r\n"ada","a, ""b""\nc;d"\r\n'));

it.each([
  ['=1+1', "'=1+1"],
  ['+44 20', "'+44 20"],
  ['-5', "'-5"],
  ['@sum(A1)', "'@sum(A1)"],
  ['\t=1', "'\t=1"],
  ['ada@example.org', 'ada@example.org'],
  ['', ''],
])('makes of %j what a spreadsheet only shows: %j', (cell, safe) => expect(formulaSafe(cell)).toBe(safe));

it('finds the records and the lines they begin on', () =>
  expect(recordsOf('user_id,note\r\n\r\nada,"two\nlines, ""so"""\ngrace,\n')).toEqual([
    { line: 1, text: 'user_id,note' },
    { line: 3, text: 'ada,"two\nlines, ""so"""' },
    { line: 5, text: 'grace,' },
  ]));

it('takes a quote that never ends for one record', () =>
  expect(recordsOf('user_id\n"ada\ngrace')).toEqual([
    { line: 1, text: 'user_id' },
    { line: 2, text: '"ada\ngrace' },
  ]));

const TEXT = 'user_id,hours\nada,8\ngrace,soon\nlin,9\n';

it('picks rows with their header', () =>
  expect(pickRows(TEXT, new Set([3]), new Set([2, 3, 4]))).toBe('user_id,hours\ngrace,soon\n'));

it('picks rows of a list without a header', () => {
  expect(pickRows('ada\ngrace\nlin\n', new Set([2]), new Set([1, 2, 3]))).toBe('grace\n');
  expect(pickRows('ada\ngrace\n', new Set([1]), new Set([1, 2]))).toBe('ada\n');
});
