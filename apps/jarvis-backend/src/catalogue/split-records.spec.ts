import { splitRecords } from './split-records';

it.each([
  { what: 'nothing', text: ' \n ', records: [] },
  { what: 'lines', text: 'a\r\n\n  b=1 \nc', records: ['a', '  b=1 ', 'c'] },
  { what: 'JSON lines', text: '{"a":1}\n{"a":2}', records: ['{"a":1}', '{"a":2}'] },
  { what: 'an object over several lines', text: '{\n "a": [1,\n 2]\n}', records: ['{"a":[1,2]}'] },
  { what: 'a list', text: '[{"a":1},\n{"a":2}, "raw"]', records: ['{"a":1}', '{"a":2}', 'raw'] },
  { what: 'what only looks like a list', text: '[26/Nov/2026] a\nb', records: ['[26/Nov/2026] a', 'b'] },
  { what: 'a priority', text: '<13>a\n<13>b', records: ['<13>a', '<13>b'] },
  {
    what: 'XML over several lines',
    text: "<?xml version='1.0'?>\n<Event>\n <A>1</A>\n</Event>\n<Event><A>2</A></Event>",
    records: ["<?xml version='1.0'?> <Event> <A>1</A></Event>", '<Event><A>2</A></Event>'],
  },
  { what: 'XML that is cut off', text: '<Event>\n<A>1', records: ['<Event>', '<A>1'] },
])('takes $what apart', ({ text, records }) => expect(splitRecords(text)).toEqual(records));
