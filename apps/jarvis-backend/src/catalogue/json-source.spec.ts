import { JsonSyntaxError, offsetOf, positionAt, scanJson } from './json-source';

const whereIs = (text: string): string => {
  try {
    scanJson(text);
    return 'fine';
  } catch (error) {
    const { line, column } = positionAt(text, (error as JsonSyntaxError).offset);
    return `${line}:${column} ${(error as Error).message}`;
  }
};

it.each([
  ['', '1:1 The file ends too early'],
  ['{', '1:2 A text in double quotes is expected'],
  ['{\n  "a": 1,\n}', '3:1 There may be no comma before }'],
  ['[1,]', '1:4 There may be no comma before ]'],
  ['{\n  "a": 1\n  "b": 2\n}', '3:3 A comma or } is expected'],
  ['{"a" 1}', '1:6 A colon is expected'],
  ['{"a": tru}', '1:7 A value is expected'],
  ['{"a": "x\ny"}', '1:9 A text may not have a line break or a control character'],
  ['{"a": "C:\\dir"}', '1:10 A backslash has to be written twice, or belong to an escape such as \\n'],
  ['{"a": "x', '1:7 This text does not end'],
  ['{} {}', '1:4 There is more after the end'],
  ["{'a': 1}", '1:2 A text in double quotes is expected'],
  ['[01]', '1:3 A comma or ] is expected'],
  ['['.repeat(200), '1:102 Too deep'],
  [' [1, -2.5e+3, "\\u00e9\\n", {"a": {"b": []}}, true, null, {}] ', 'fine'],
])('says of %j: %s', (text, said) => {
  expect(whereIs(text)).toBe(said);
  if (said !== 'fine' && !said.includes('deep')) expect(() => JSON.parse(text)).toThrow();
});

it('finds keys and items of lists, or what is around them', () => {
  const text = '{\n  "a": [\n    1,\n    { "b c": 2 }\n  ]\n}';
  const at = (...path: (string | number)[]) => positionAt(text, offsetOf(scanJson(text), path));
  expect(at('a')).toEqual({ line: 2, column: 3 });
  expect(at('a', 0)).toEqual({ line: 3, column: 5 });
  expect(at('a', 1, 'b c')).toEqual({ line: 4, column: 7 });
  expect(at('a', 1, 'missing', 7)).toEqual({ line: 4, column: 5 });
  expect(at('none')).toEqual({ line: 1, column: 1 });
});

it('names keys that are there twice', () => {
  const text = '{"a": {"b": 1}, "b": 2,\n "a": 3}';
  expect(scanJson(text).repeated).toEqual([{ key: 'a', offset: text.lastIndexOf('"a"') }]);
});
