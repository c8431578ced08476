import type * as z from 'zod/mini';
import { parseLine } from './parse-line';
import { parserSchema } from './parser.schema';

type Written = z.input<typeof parserSchema>;
const read = (parser: Written, line: string, received?: Date) => parseLine(parserSchema.parse(parser), line, received);
const product = 'p';
const time = 'header';

it.each<{ parser: Written; line: string; fields: object }>([
  {
    parser: {
      product,
      time,
      reads: 'json',
      fields: {
        'user.name': ['actor', 'id'],
        count: ['a.b'],
        message: ['actor', 'x', 'y'],
        is_mfa: ['mfa'],
        status: ['pairs', '[Name=Result]', 'Value'],
        comment: ['pairs', '0', 'Value'],
      },
    },
    line: 'prefix {"actor":{"id":"ada"},"a.b":5,"mfa":false,"pairs":[{"Name":"A","Value":1},{"Name":"Result","Value":"ok"}]}',
    fields: { 'user.name': 'ada', count: 5, is_mfa: 'false', status: 'ok', comment: 1 },
  },
  {
    parser: { product, time, reads: 'csv', start: 'fw (?=1,)', fields: { action: 1, message: 3, comment: 9 } },
    line: 'own header fw 1,x,,"say ""hi"", you"',
    fields: { action: 'x', message: 'say "hi", you' },
  },
  {
    parser: {
      product,
      time,
      reads: 'csv',
      delimiter: '\t',
      quote: 'never',
      columns: ['ts', 'uid', 'host'],
      nothing: ['-'],
      fields: { 'metadata.uid': 'uid', 'device.hostname': 'host' },
    },
    line: '1\t"C1\t-',
    fields: { 'metadata.uid': '"C1' },
  },
  {
    parser: {
      product,
      time,
      reads: 'keyvalue',
      fields: { 'src_endpoint.ip': 'srcip', message: 'msg', comment: 'path' },
    },
    line: 'srcip=10.0.0.1 msg="a \\"b\\" c=d e" path="C:\\\\x" empty=',
    fields: { 'src_endpoint.ip': '10.0.0.1', message: 'a "b" c=d e', comment: 'C:\\x' },
  },
  {
    parser: {
      product,
      time,
      reads: 'keyvalue',
      separator: '; ',
      assign: ':',
      escape: 'none',
      fields: { action: 'action', 'file.path': 'path', message: 'msg' },
    },
    line: 'action:"Accept"; path:"C:\\dir\\x"; msg:no quotes: here; last:1',
    fields: { action: 'Accept', 'file.path': 'C:\\dir\\x', message: 'no quotes: here' },
  },
  {
    parser: { product, time, reads: 'keyvalue', fields: { message: 'msg', action: 'act' } },
    line: 'msg=several words until the next key act=deny',
    fields: { message: 'several words until the next key', action: 'deny' },
  },
  {
    parser: {
      product,
      time,
      reads: 'cef',
      fields: { message: 'msg', action: 'act', 'metadata.event_code': '$class_id', severity: '$severity' },
    },
    line: 'h CEF:0|A\\|B|P|1|id\\|1|n|5|msg=a\\=b c\\\\d\\ne | f act=block it',
    fields: { message: 'a=b c\\d\ne | f', action: 'block it', 'metadata.event_code': 'id|1', severity: '5' },
  },
  {
    parser: { product, time, reads: 'leef', fields: { 'src_endpoint.ip': 'src', message: 'name' } },
    line: 'LEEF:1.0|A|P|1|21|src=10.0.0.1\tname=a=b c',
    fields: { 'src_endpoint.ip': '10.0.0.1', message: 'a=b c' },
  },
  {
    parser: {
      product,
      time,
      reads: 'leef',
      fields: { 'src_endpoint.ip': 'src', message: 'name', comment: '$event_id' },
    },
    line: 'LEEF:2.0|A|P|1|21|x5E|src=10.0.0.1^name=a\tb',
    fields: { 'src_endpoint.ip': '10.0.0.1', message: 'a\tb', comment: '21' },
  },
  {
    parser: {
      product,
      time,
      reads: 'w3c',
      columns: ['date', 'cs-method', 'cs(User-Agent)', 'cs-username'],
      fields: {
        'http_request.http_method': 'cs-method',
        'http_request.user_agent': 'cs(User-Agent)',
        comment: 'cs-username',
      },
    },
    line: '2026-11-23 GET Mozilla/5.0+(X11) -',
    fields: { 'http_request.http_method': 'GET', 'http_request.user_agent': 'Mozilla/5.0 (X11)' },
  },
  {
    parser: {
      product,
      time,
      reads: 'xml',
      root: 'Event',
      fields: {
        'metadata.product.name': ['System', 'Provider', '@Name'],
        'metadata.event_code': ['System', 'EventID'],
        'user.name': ['EventData', 'Data[@Name=TargetUserName]'],
        comment: ['EventData', 'Data[@Name=None]'],
        'process.cmd_line': ['EventData', 'Data[@Name=CommandLine]'],
      },
    },
    line: `<Event xmlns='http://x/y'><System><Provider Name='A &amp; B'/><EventID>4624</EventID></System><EventData><Data Name='CommandLine'>a &lt;b&gt;&#10;c</Data><Data Name="TargetUserName">ada</Data></EventData></Event>`,
    fields: {
      'metadata.product.name': 'A & B',
      'metadata.event_code': '4624',
      'user.name': 'ada',
      'process.cmd_line': 'a <b>\nc',
    },
  },
  {
    parser: {
      product,
      time,
      reads: 'text',
      patterns: ['%ASA-(?<level>\\d)', 'user = (?<user>\\S+)', 'User <(?<user>[^>]+)>'],
      fields: { severity_id: 'level', 'user.name': 'user' },
    },
    line: 'x %ASA-6-722022: User <ada>',
    fields: { severity_id: '6', 'user.name': 'ada' },
  },
  {
    parser: {
      product,
      time,
      reads: 'keyvalue',
      fields: { 'src_endpoint.ip': 'src' },
      more: [{ when: 'type=vpn', fields: { 'src_endpoint.ip': 'remote' } }],
    },
    line: 'type=vpn src=10.0.0.1 remote=192.0.2.1',
    fields: { 'src_endpoint.ip': '192.0.2.1' },
  },
])('reads $parser.reads: $line', ({ parser, line, fields }) => expect(read(parser, line)).toEqual(fields));

describe('a syslog header', () => {
  const parser: Written = {
    product,
    time,
    reads: 'text',
    header: { 'device.hostname': 'host', app_name: 'app', severity_id: 'severity', comment: 'id@1/k' },
    patterns: ['^(?<all>.*)$'],
    fields: { message: 'all' },
  };
  const received = new Date('2027-01-01T00:00:10Z');

  it.each([
    {
      line: '<134>Dec 31 23:59:59 fw-01 sshd[42]: hello: you',
      fields: {
        'device.hostname': 'fw-01',
        app_name: 'sshd',
        severity_id: '6',
        time: '2026-12-31T23:59:59.000Z',
        message: 'hello: you',
      },
    },
    {
      line: 'Jan  1 2027 00:00:05 fw-01 hello',
      fields: { 'device.hostname': 'fw-01', time: '2027-01-01T00:00:05.000Z', message: 'hello' },
    },
    {
      line: '<13>2027-01-01T01:00:05.5+01:00 fw-01 hello',
      fields: { 'device.hostname': 'fw-01', severity_id: '5', time: '2027-01-01T00:00:05.500Z', message: 'hello' },
    },
    {
      line: '<165>1 2027-01-01T00:00:05.123456Z h app 1 ID47 [id@1 k="a \\"b\\" \\\\ \\]" x="y"][other@2] the message',
      fields: {
        'device.hostname': 'h',
        app_name: 'app',
        severity_id: '5',
        comment: 'a "b" \\ ]',
        time: '2027-01-01T00:00:05.123Z',
        message: 'the message',
      },
    },
    { line: '<165>1 - - - - - - m', fields: { severity_id: '5', message: 'm' } },
    { line: 'no header: here', fields: { message: 'no header: here' } },
  ])('is taken off $line', ({ line, fields }) => expect(read(parser, line, received)).toEqual(fields));

  it('stays where it is the message itself', () => {
    const line = 'Jan  1 00:00:05 fw-01 hello';
    // The header that a relay wrapped around it is not.
    for (const before of ['<13>', '<13>1 - - - - - - '])
      expect(read({ ...parser, keep_header: true }, before + line, received)).toEqual({
        severity_id: '5',
        message: line,
      });
  });
});

it.each([
  { text: '2026-11-23T10:00:00.123Z', format: undefined, is: '2026-11-23T10:00:00.123Z' },
  { text: '2026-11-23 10:00:00', format: 'iso', is: '2026-11-23T10:00:00.000Z' },
  { text: '2026-11-23 10:00:00', format: 'iso', offset: '+02:00', is: '2026-11-23T08:00:00.000Z' },
  { text: '1795428000.25', format: 'epoch', is: '2026-11-23T10:00:00.250Z' },
  { text: '1795428000250', format: 'epoch_ms', is: '2026-11-23T10:00:00.250Z' },
  { text: '1795428000250999999', format: 'epoch_ns', is: '2026-11-23T10:00:00.250Z' },
  { text: '134399016002500000', format: 'filetime', is: '2026-11-23T10:00:00.250Z' },
  { text: '23/Nov/2026:11:00:00 +0100', format: '%d/%b/%Y:%H:%M:%S %z', is: '2026-11-23T10:00:00.000Z' },
  {
    text: 'Monday, November 23, 2026 10:00:00 PM',
    format: '%A, %B %d, %Y %I:%M:%S %p',
    is: '2026-11-23T22:00:00.000Z',
  },
  { text: 'Jan  1 00:00:05.250', format: '%b %e %H:%M:%S.%L', is: '2027-01-01T00:00:05.250Z' },
  { text: '2026327 10:00:00', format: '%Y%j %H:%M:%S', is: '2026-11-23T10:00:00.000Z' },
  { text: 'yesterday', format: '%Y', is: undefined },
  { text: 'yesterday', format: 'epoch', is: undefined },
])('reads the time $text', ({ text, format, offset, is }) => {
  const parts = { parts: [['t']], ...(format && { format }), ...(offset && { offset }) };
  const parser: Written = { product, reads: 'json', time: parts, fields: {} };
  expect(read(parser, JSON.stringify({ t: text }), new Date('2026-12-31T23:59:59Z'))).toEqual(is ? { time: is } : {});
});

it.each([
  ['<Event><a></b></Event>', 'closes nothing'],
  ['<Event><a>', 'not closed'],
  ['<Event>&nope;</Event>', '&nope;'],
  ['<Event a="1" a="2"/>', 'twice'],
  ['<Event a=1/>', 'Not well-formed at character 1'],
  ['<Event/><Event/>', 'second root'],
  ['<Event/>text', 'outside'],
  ['<Event>'.repeat(200), 'Too deep'],
  ['nothing', 'outside'],
])('refuses the XML %s', (line, message) => {
  expect(() => read({ product, time, reads: 'xml', root: 'Event', fields: {} }, line)).toThrow(message);
});

it.each<{ parser: object; message: string }>([
  { parser: { fields: { 'src_endpoint.ipp': 'a' } }, message: 'is no known field name' },
  { parser: { fields: { time: 'a' } }, message: 'belongs to the time of the parser, not to fields' },
  { parser: { fields: { constructor: 'a' } }, message: 'is no known field name' },
  { parser: { header: { 'device.hostname': 'hots' } }, message: 'is no part of a syslog header' },
  { parser: { start: '(' }, message: 'is no regular expression' },
])('refuses $parser', ({ parser, message }) => {
  const result = parserSchema.safeParse({ product, time, reads: 'keyvalue', fields: {}, ...parser });
  expect(result.error?.issues.map((issue) => issue.message)).toEqual([message]);
});
