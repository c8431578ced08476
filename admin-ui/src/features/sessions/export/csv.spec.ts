import { toCsv } from './csv';

const line = (...row: (string | number | boolean | null)[]) => toCsv([], [row]).split('\r\n')[1];

it.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "yes"', '"say ""yes"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['+49 30', "'+49 30"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =HYPERLINK("x")', `"' =HYPERLINK(""x"")"`],
  ['\tx', "'\tx"],
  [-2, '-2'],
  [true, 'true'],
  [null, ''],
])('writes %j as %s', (value, text) => expect(line(value)).toBe(text));

it('has a head and ends each line', () => expect(toCsv(['a', 'b'], [[1, 'x']])).toBe('a,b\r\n1,x\r\n'));
