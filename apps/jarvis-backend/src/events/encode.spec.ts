import type { Encoding } from '../catalogue/product.schema';
import { encode } from './encode';

const device = { vendor: 'A|B', product: 'P', version: '1.0' };
const none = { header: {}, message: '' };

it.each<{ encoding: Encoding; fields: Record<string, unknown>; header?: Record<string, unknown>; line: string }>([
  {
    encoding: { format: 'json' },
    fields: { a: 1, b: { c: [null, 'x\ny'] } },
    line: '{"a":1,"b":{"c":[null,"x\\ny"]}}',
  },
  {
    encoding: { format: 'csv' },
    fields: { a: 1, b: '', c: 'x,y', d: 'say "hi"', e: 'two\nlines' },
    line: '1,,"x,y","say ""hi""",two lines',
  },
  {
    encoding: { format: 'keyvalue', unquoted: ['srcip'] },
    fields: { srcip: '10.0.0.1', port: 443, msg: 'a "b" \\c' },
    line: 'srcip=10.0.0.1 port=443 msg="a \\"b\\" \\\\c"',
  },
  {
    encoding: { format: 'cef', ...device },
    header: { class_id: 'id|1', name: 'back\\slash', severity: 7 },
    fields: { msg: 'a=b\\c|d\ne', act: 'block' },
    line: 'CEF:0|A\\|B|P|1.0|id\\|1|back\\\\slash|7|msg=a\\=b\\\\c|d\\ne act=block',
  },
  {
    encoding: { format: 'leef', ...device },
    header: { event_id: 21 },
    fields: { src: '10.0.0.1', name: 'tab\there' },
    line: 'LEEF:1.0|A\\|B|P|1.0|21|src=10.0.0.1\tname=tab here',
  },
])('encodes $encoding.format as its receivers read it', ({ encoding, fields, header, line }) => {
  expect(encode(encoding, { ...none, fields, header: header ?? {} })).toBe(line);
});

it('keeps a text event on one line', () => {
  expect(encode({ format: 'text' }, { ...none, fields: {}, message: 'one\r\ntwo' })).toBe('one two');
});
