import type * as z from 'zod/mini';
import { compileProduct } from '../events/product';
import { checkProduct } from './check-content';
import { parserSchema } from './parser.schema';
import { productSchema } from './product.schema';

type Product = z.input<typeof productSchema>;
/** Without its product, for each of the formats on its own. */
type Unbound<One> = One extends unknown ? Omit<One, 'product'> : never;
type Parser = Unbound<z.input<typeof parserSchema>>;

const base = {
  id: 'p',
  name: 'P',
  vendor: { id: 'v', name: 'V' },
  category: 'Network',
  description: 'Test.',
  references: ['https://docs.acme.example/format'],
  splunk: { sourcetype: 'p' },
};
/** Values that every format has trouble with. */
const vars = {
  nasty: {
    $pick: [
      'plain',
      'two words',
      'a=b c=d',
      'say "hi"',
      'C:\\Windows\\x.exe',
      'pipe | caret ^ comma , semicolon ;',
      "<a href='x'>&amp;</a>",
      'new\nline\r\nand\ttab',
      'ends with backslash\\',
      'Grüße, 世界 🎉',
      '-',
      '',
    ],
  },
};
const events = [
  { id: 'one', name: 'One', weight: 9 },
  { id: 'two', name: 'Two', malicious: true },
];
const faultsOf = (product: Partial<Product>, parser: Parser): string[] =>
  checkProduct(
    compileProduct(productSchema.parse({ ...base, vars, events, ...product })),
    parserSchema.parse({ product: 'p', ...parser }),
    300,
  );

const fields = { ts: '{{iso()}}', who: '{{user.login}}', text: '{{nasty}}', n: '{{int(1, 9)}}', last: 'end' };
const keys = { 'actor.user.name': 'who', message: 'text', count: 'n', comment: 'last' };
const time = { parts: ['ts'] };
const columns = Object.keys(fields);
const device = { vendor: 'V|1', product: 'P', version: '1' };

const FORMATS: { what: string; product: Partial<Product>; parser: Parser }[] = [
  {
    what: 'csv',
    product: { encoding: { format: 'csv', prefix: "{{time('%b %e %H:%M:%S')}} own: " } },
    parser: { reads: 'csv', columns, start: 'own: ', time, fields: keys, keep_header: true },
  },
  {
    what: 'csv with its own delimiter and quotes',
    product: { encoding: { format: 'csv', delimiter: ';', quote: 'always' } },
    parser: { reads: 'csv', columns, delimiter: ';', time, fields: keys },
  },
  {
    what: 'key=value',
    product: { encoding: { format: 'keyvalue' }, syslog: { header: 'rfc3164', facility: 1, app: 'p', procid: 7 } },
    parser: { reads: 'keyvalue', time: 'header', header: { app_name: 'app' }, fields: keys },
  },
  {
    what: 'key:value between brackets',
    product: {
      encoding: {
        format: 'keyvalue',
        prefix: 'own - [',
        suffix: ']',
        separator: '; ',
        assign: ':',
        quote: 'always',
      },
    },
    parser: {
      reads: 'keyvalue',
      start: '^own - \\[',
      end: '\\]$',
      separator: '; ',
      assign: ':',
      time,
      fields: keys,
    },
  },
  {
    what: 'key=value with doubled quotes',
    product: { encoding: { format: 'keyvalue', quote: 'needed', escape: 'double', separator: ',' } },
    parser: { reads: 'keyvalue', separator: ',', escape: 'double', time, fields: keys },
  },
  {
    what: 'CEF in syslog',
    product: {
      encoding: { format: 'cef', ...device },
      syslog: {
        header: 'rfc5424',
        facility: 1,
        structured_data: { 'id@1': { text: '{{nasty}}', host: '{{host.name}}' } },
      },
      events: events.map((event) => ({ ...event, header: { class_id: 'a|b', name: '{{nasty}}', severity: 5 } })),
    },
    parser: {
      reads: 'cef',
      time: 'header',
      header: { 'src_endpoint.hostname': 'id@1/host', status_detail: 'id@1/text' },
      fields: { ...keys, 'metadata.event_code': '$class_id' },
    },
  },
  {
    what: 'LEEF 1.0',
    product: { encoding: { format: 'leef', ...device } },
    parser: { reads: 'leef', time, fields: keys },
  },
  {
    what: 'LEEF 2.0 with its own delimiter',
    product: {
      encoding: { format: 'leef', ...device, spec: '2.0', delimiter: '#' },
      syslog: { header: 'rfc3164', facility: 1, time: "{{time('%Y-%m-%dT%H:%M:%S.%f%:z', 0, '+02:00')}}" },
    },
    parser: { reads: 'leef', time: 'header', fields: keys },
  },
  {
    what: 'W3C',
    product: {
      encoding: { format: 'w3c' },
      fields: {
        date: "{{time('%Y-%m-%d')}}",
        time: "{{time('%H:%M:%S')}}",
        'cs(User-Agent)': '{{nasty}}',
        'c-ip': '{{host.ip}}',
      },
    },
    parser: {
      reads: 'w3c',
      columns: ['date', 'time', 'cs(User-Agent)', 'c-ip'],
      time: { parts: ['date', 'time'], format: '%Y-%m-%d %H:%M:%S' },
      fields: { 'http_request.user_agent': 'cs(User-Agent)', 'src_endpoint.ip': 'c-ip' },
    },
  },
  {
    what: 'XML',
    product: {
      encoding: { format: 'xml', root: 'Event', prefix: "<?xml version='1.0'?>" },
      fields: {
        '@xmlns': 'http://schemas.microsoft.com/win/2004/08/events/event',
        System: {
          Provider: { '@Name': '{{nasty}}' },
          EventID: 4624,
          TimeCreated: { '@SystemTime': "{{time('%Y-%m-%dT%H:%M:%S.%NZ')}}" },
          Security: null,
        },
        EventData: {
          'Data[@Name]': { User: '{{user.login}}', Text: '{{nasty}}' },
          Binary: { $maybe: 0.5, $value: 'x' },
        },
        'ns:List': { 'ns:Item': [{ '@id': 1, '#text': '{{nasty}}' }, 'second'] },
      },
    },
    parser: {
      reads: 'xml',
      root: 'Event',
      time: { parts: [['System', 'TimeCreated', '@SystemTime']] },
      fields: {
        'metadata.product.name': ['System', 'Provider', '@Name'],
        'metadata.event_code': ['System', 'EventID'],
        'actor.user.name': ['EventData', 'Data[@Name=User]'],
        message: ['EventData', 'Data[@Name=Text]'],
        comment: ['ns:List', 'ns:Item'],
        status: ['EventData', 'Binary'],
      },
    },
  },
  {
    what: 'JSON with a prefix',
    product: { encoding: { format: 'json', prefix: '@cee: ' }, syslog: { header: 'pri', facility: 1 } },
    parser: {
      reads: 'json',
      time: { parts: [['ts']] },
      fields: { 'actor.user.name': ['who'], message: ['text'], count: ['n'] },
    },
  },
  {
    what: 'text',
    product: {
      encoding: { format: 'text' },
      events: events.map((event) => ({
        ...event,
        message: "{{time('%d/%b/%Y:%H:%M:%S %z', 0, '-05:30')}} by {{user.login}}: {{nasty}}",
      })),
    },
    parser: {
      reads: 'text',
      patterns: ['^(?<ts>\\S+ \\S+) by (?<who>\\S+): (?<text>.*)$'],
      time: { parts: ['ts'], format: '%d/%b/%Y:%H:%M:%S %z' },
      fields: { 'actor.user.name': 'who', message: 'text' },
    },
  },
];

it.each(FORMATS)('$what comes back as it went in', ({ product, parser }) =>
  expect(faultsOf({ fields, ...product }, parser)).toEqual([]),
);

const json: Partial<Product> = { fields, encoding: { format: 'json' } };
const reads = { reads: 'json', time: { parts: [['ts']] }, fields: { count: ['n'] } } as const;

it.each<{ what: string; product?: Partial<Product>; parser?: Partial<Parser>; fault: string }>([
  { what: 'a field of another place', parser: { fields: { count: ['nn'] } }, fault: 'no line has count' },
  {
    what: 'a wrong time',
    product: { fields: { ...fields, ts: '{{iso(-2)}}' } },
    fault: 'one: the time is read wrongly: 2026-11-23T',
  },
  {
    what: 'a time that cannot be read',
    parser: { time: { parts: [['ts']], format: '%Y' } },
    fault: 'one: the time is read wrongly: nothing, not 2026-',
  },
  {
    what: 'another format',
    parser: { reads: 'keyvalue', time, fields: {} },
    fault: 'the parser reads keyvalue',
  },
  {
    what: 'too many attacks',
    product: { events: [{ ...events[1]!, id: 'all' }] },
    fault: '100.0 % of the events are malicious',
  },
  { what: 'no attacks', product: { events: [events[0]!] }, fault: '0.0 % of the events are malicious' },
  {
    what: 'a value that was not filled in',
    product: { fields: { ...fields, last: '{{number(user.login)}} of NaN' } },
    fault: 'one has a value that was not filled in',
  },
])('finds $what', ({ product, parser, fault }) => {
  expect(faultsOf({ ...json, ...product }, { ...reads, ...parser } as Parser)).toContainEqual(
    expect.stringContaining(fault),
  );
});

it('compares the parts of a text with the fields that the event names', () => {
  const message = '{{iso()}} {{user.login}} did {{n}}';
  const product: Partial<Product> = {
    encoding: { format: 'text' },
    vars: { n: '{{int(1, 900)}}' },
    events: events.map((event) => ({ ...event, message, fields: { who: '{{user.login}}', n: '{{n}}' } })),
  };
  const read = (patterns: string[]): string[] =>
    faultsOf(product, {
      reads: 'text',
      // It would be taken for the time and the host of a syslog header.
      keep_header: true,
      patterns,
      time: { parts: ['ts'] },
      fields: { 'actor.user.name': 'who', count: 'n' },
    });
  expect(read(['^(?<ts>\\S+) (?<who>\\S+) did (?<n>\\d+)$'])).toEqual([]);
  expect(read(['^(?<ts>\\S+) (?<who>\\S+) did (?<n>\\d)'])).toContainEqual(
    expect.stringMatching(/: count is read wrongly: "\d", not "\d\d+"/),
  );
});

it('finds a value that comes back as another', () => {
  const product = { fields, encoding: { format: 'keyvalue', quote: 'never' } } as const;
  expect(faultsOf(product, { reads: 'keyvalue', time, fields: keys })).toContainEqual(
    expect.stringMatching(/^one: message is read wrongly: "/),
  );
});
