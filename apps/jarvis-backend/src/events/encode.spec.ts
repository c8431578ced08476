import type * as z from 'zod/mini';
import { encodingSchema } from '../catalogue/encoding.schema';
import { encode, w3cDirective } from './encode';

type Written = z.input<typeof encodingSchema>;
const device = { vendor: 'A|B', product: 'P', version: '1.0' };
const line = (encoding: Written, fields: Record<string, unknown>, header = {}, message = ''): string =>
  encode(encodingSchema.parse(encoding), { fields, header, message });

it.each<{ encoding: Written; fields: Record<string, unknown>; header?: Record<string, unknown>; is: string }>([
  {
    encoding: { format: 'json' },
    fields: { a: 1, b: { c: [null, 'x\ny'] } },
    is: '{"a":1,"b":{"c":[null,"x\\ny"]}}',
  },
  {
    encoding: { format: 'csv' },
    fields: { a: 1, b: '', c: 'x,y', d: 'say "hi"', e: 'two\nlines' },
    is: '1,,"x,y","say ""hi""",two lines',
  },
  {
    encoding: { format: 'csv', delimiter: '|', quote: 'always' },
    fields: { a: 1, b: '', c: 'x|y' },
    is: '"1"|""|"x|y"',
  },
  { encoding: { format: 'csv', quote: 'texts' }, fields: { a: 1, b: 'x' }, is: '1,"x"' },
  { encoding: { format: 'csv', delimiter: '\t', quote: 'never' }, fields: { a: 'x\ty', b: '"' }, is: 'x y\t"' },
  {
    encoding: { format: 'keyvalue', unquoted: ['srcip'] },
    fields: { srcip: '10.0.0.1', port: 443, msg: 'a "b" \\c' },
    is: 'srcip=10.0.0.1 port=443 msg="a \\"b\\" \\\\c"',
  },
  {
    encoding: { format: 'keyvalue', quote: 'needed', escape: 'double' },
    fields: { a: 'x', b: 'x y', c: '', d: 'a=b', e: '"' },
    is: 'a=x b="x y" c="" d="a=b" e=""""',
  },
  {
    encoding: { format: 'keyvalue', quote: 'never', separator: '; ', assign: ': ' },
    fields: { a: 'x y', b: 'x;y', c: 7 },
    is: 'a: x y; b: x y; c: 7',
  },
  {
    encoding: { format: 'keyvalue', quote: 'always', escape: 'none' },
    fields: { path: 'C:\\x "y"', n: 7 },
    is: `path="C:\\x 'y'" n="7"`,
  },
  {
    encoding: { format: 'cef', ...device },
    header: { class_id: 'id|1', name: 'back\\slash', severity: 7 },
    fields: { msg: 'a=b\\c|d\ne\rf\r\ng', act: 'block' },
    is: 'CEF:0|A\\|B|P|1.0|id\\|1|back\\\\slash|7|msg=a\\=b\\\\c|d\\ne\\nf\\ng act=block',
  },
  {
    encoding: { format: 'leef', ...device },
    header: { event_id: 21 },
    fields: { src: '10.0.0.1', name: 'tab\there' },
    is: 'LEEF:1.0|A\\|B|P|1.0|21|src=10.0.0.1\tname=tab here',
  },
  {
    encoding: { format: 'leef', ...device, spec: '2.0', delimiter: '^' },
    header: { event_id: 21 },
    fields: { src: '10.0.0.1', name: 'a^b\tc' },
    is: 'LEEF:2.0|A\\|B|P|1.0|21|^|src=10.0.0.1^name=a b c',
  },
  {
    encoding: { format: 'leef', ...device, spec: '2.0' },
    header: { event_id: 21 },
    fields: { a: 1, b: 2 },
    is: 'LEEF:2.0|A\\|B|P|1.0|21|x09|a=1\tb=2',
  },
  {
    encoding: { format: 'w3c' },
    fields: {
      date: '2026-11-23',
      'cs-method': 'GET',
      'cs-username': '',
      'cs(User-Agent)': 'Mozilla/5.0 (X11;\tx)\n',
      n: 0,
    },
    is: '2026-11-23 GET - Mozilla/5.0+(X11;+x) 0',
  },
  {
    encoding: { format: 'xml', root: 'Event' },
    fields: {
      '@xmlns': 'http://x/y',
      System: { Provider: { '@Name': `A & "B" <'c'>` }, EventID: { '@Qualifiers': 0, '#text': 4624 }, Security: null },
      EventData: { 'Data[@Name]': { User: 'ada', Empty: '', Cmd: 'a <b> & c\nd' } },
      'ns:Item': [1, { '@id': 2 }],
    },
    is:
      `<Event xmlns='http://x/y'><System><Provider Name='A &amp; &quot;B&quot; &lt;&apos;c&apos;&gt;'/>` +
      `<EventID Qualifiers='0'>4624</EventID><Security/></System><EventData><Data Name='User'>ada</Data>` +
      `<Data Name='Empty'></Data><Data Name='Cmd'>a &lt;b&gt; &amp; c&#10;d</Data></EventData>` +
      `<ns:Item>1</ns:Item><ns:Item id='2'/></Event>`,
  },
  {
    encoding: { format: 'xml', root: 'a', quote: '"' },
    fields: { '@b': '\u0001\t1', '#text': '\u0000x' },
    is: '<a b="&#9;1">x</a>',
  },
])('encodes $encoding.format as its receivers read it: $is', ({ encoding, fields, header, is }) =>
  expect(line(encoding, fields, header)).toBe(is),
);

it('keeps a text event on one line', () => {
  expect(line({ format: 'text' }, {}, {}, 'one\r\ntwo')).toBe('one two');
});

it('refuses names that XML does not have', () => {
  expect(() => line({ format: 'xml', root: 'a' }, { 'b c': 1 })).toThrow('"b c" is no name');
  expect(() => line({ format: 'xml', root: 'a' }, { '@1': 1 })).toThrow('"1" is no name');
  expect(() => line({ format: 'xml', root: 'a b' }, {})).toThrow('is no name of an element');
});

it('names the columns of a W3C log', () => {
  expect(w3cDirective({ date: 1, 'cs(Referer)': 2 }, ' ')).toBe('#Fields: date cs(Referer)');
});
