import { parseLine } from './parse-line';
import type { ParserFile } from './parser.schema';

it.each<{ parser: ParserFile; line: string; fields: object }>([
  {
    parser: {
      product: 'p',
      reads: 'json',
      fields: { user: ['actor', 'id'], dotted: ['a.b'], none: ['actor', 'x', 'y'] },
    },
    line: '{"actor":{"id":"ada"},"a.b":5}',
    fields: { user: 'ada', dotted: 5 },
  },
  {
    parser: { product: 'p', reads: 'csv', start: 'fw (?=1,)', fields: { a: 1, c: 3, none: 9 } },
    line: 'Nov 3 fw 1,x,,"say ""hi"", you"',
    fields: { a: 'x', c: 'say "hi", you' },
  },
  {
    parser: { product: 'p', reads: 'keyvalue', fields: { ip: 'srcip', msg: 'msg' } },
    line: 'srcip=10.0.0.1 msg="a \\"b\\" c=d"',
    fields: { ip: '10.0.0.1', msg: 'a "b" c=d' },
  },
  {
    parser: { product: 'p', reads: 'cef', fields: { msg: 'msg', act: 'act' } },
    line: 'h CEF:0|A\\|B|P|1|id|n|5|msg=a\\=b c\\\\d act=block it',
    fields: { msg: 'a=b c\\d', act: 'block it' },
  },
  {
    parser: { product: 'p', reads: 'leef', fields: { src: 'src', name: 'name' } },
    line: 'LEEF:1.0|A|P|1|21|src=10.0.0.1\tname=a=b c',
    fields: { src: '10.0.0.1', name: 'a=b c' },
  },
  {
    parser: { product: 'p', reads: 'pattern', pattern: '%ASA-(?<level>\\d)', fields: { severity: 'level' } },
    line: 'x %ASA-6-302013: y',
    fields: { severity: '6' },
  },
])('reads $parser.reads', ({ parser, line, fields }) => expect(parseLine(parser, line)).toEqual(fields));
