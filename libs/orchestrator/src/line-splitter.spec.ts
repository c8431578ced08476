import { LineSplitter, LONGEST_LINE_BYTES } from './line-splitter';

/** The lines of a text that comes in chunks of so many bytes. */
function split(text: string, size: number): string[] {
  const bytes = Buffer.from(text);
  const lines = new LineSplitter();
  const found: string[] = [];
  for (let at = 0; at < bytes.length; at += size) found.push(...lines.push(bytes.subarray(at, at + size)));
  const rest = lines.rest();
  return rest === undefined ? found : [...found, rest];
}

describe.each([1, 2, 3, 7, 64, 100_000])('in chunks of %i bytes', (size) => {
  it.each([
    ['lines', 'one\ntwo\n', ['one', 'two']],
    ['a last line without an end', 'one\ntwo', ['one', 'two']],
    ['empty lines', '\n\none\n\n', ['', '', 'one', '']],
    ['ends of another system', 'one\r\ntwo\r\n', ['one', 'two']],
    ['characters of several bytes', 'zwölf €\n🙂🙂\n', ['zwölf €', '🙂🙂']],
    ['a line as long as may be', `${'x'.repeat(LONGEST_LINE_BYTES)}\ntwo\n`, ['x'.repeat(LONGEST_LINE_BYTES), 'two']],
    ['a line that is too long', `${'x'.repeat(50_000)}\ntwo\n`, ['x'.repeat(LONGEST_LINE_BYTES), 'two']],
    [
      'a cut that would go through a character',
      `${'x'.repeat(LONGEST_LINE_BYTES - 2)}€${'y'.repeat(99)}\ntwo\n`,
      ['x'.repeat(LONGEST_LINE_BYTES - 2), 'two'],
    ],
    ['nothing', '', []],
  ])('reads %s', (_, text, lines) => expect(split(text, size)).toEqual(lines));
});

it('keeps no more of a line that never ends than it will tell', () => {
  const lines = new LineSplitter();
  for (let chunk = 0; chunk < 1_000; chunk++) expect([...lines.push(Buffer.alloc(65_536, 'x'))]).toEqual([]);
  expect(lines.rest()).toBe('x'.repeat(LONGEST_LINE_BYTES));
  expect(lines.rest()).toBeUndefined();
});
