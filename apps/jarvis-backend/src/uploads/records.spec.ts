import { csvSpans, csvValues } from './csv-record';
import { detectLayout, firstRecords } from './detect-layout';
import { timeChoices } from './detect-time';
import { findScalar } from './find-scalar';

const layoutOf = (text: string) => detectLayout(Buffer.from(text), true);
const recordsOf = (text: string) =>
  firstRecords(Buffer.from(text), layoutOf(text), true, 100).map((record) => record.text);
const choicesOf = (text: string) => {
  const found = timeChoices(recordsOf(text), layoutOf(text), Date.parse('2026-11-26T12:00:00Z'));
  return found.map(({ field, format }) => `${field}: ${format}`);
};

it.each([
  ['JSON lines', '{"a":1}\n\n{"a":2}\r\n{"a":3}', 'jsonl', ['{"a":1}', '{"a":2}', '{"a":3}']],
  ['JSON lines of which one is broken', '{"a":1}\n{"a":2}\n{"a":3}\n{"a":4}\noops\n', 'jsonl', [5]],
  ['an array on one line', '[{"a":"]}, {"},{"a":{"b":[2]}}]', 'json', ['{"a":"]}, {"}', '{"a":{"b":[2]}}']],
  [
    'an array over several lines',
    '[\n  {\n    "a": 1\n  },\n  {"a": 2}\n]\n',
    'json',
    ['{\n    "a": 1\n  }', '{"a": 2}'],
  ],
  ['objects one after the other', '{\n "a": "\\"}"\n}\n{\n "a": 2\n}', 'json', ['{\n "a": "\\"}"\n}', '{\n "a": 2\n}']],
  ['records of CloudTrail', '{"Records":[{"eventName":"A"},{"eventName":"B"}]}', 'json', [2]],
  ['CSV', 'time,user\n1,ada\n2,"b\n""c"", d"\n', 'csv', ['1,ada', '2,"b\n""c"", d"']],
  ['CSV with semicolons', 'time;user\r\n1;ada\r\n2;ben\r\n', 'csv', ['1;ada', '2;ben']],
  ['CSV with a quote within a field', 'name,size\ndisk 5",1\ntape,2', 'csv', ['disk 5",1', 'tape,2']],
  ['lines with commas but no header', '1,2026-11-26 08:00:00,a\n2,2026-11-26 08:00:01,b', 'text', [2]],
  ['lines', 'one\n  \ntwo\r\n\nthree', 'text', ['one', 'two', 'three']],
  ['a line in brackets', '[2026-11-26 08:00:00] one\n', 'text', ['[2026-11-26 08:00:00] one']],
])('sees %s', (_, text, format, expected) => {
  expect(layoutOf(text).format).toBe(format);
  const records = recordsOf(text);
  expect(typeof expected[0] === 'number' ? [records.length] : records).toEqual(expected);
});

it('does not take an event for whole whose end may be still to come', () =>
  expect(firstRecords(Buffer.from('one\ntw'), layoutOf('one'), false, 100).map(({ text }) => text)).toEqual(['one']));

it.each([
  ['{"a":{"time":1},"time":2}', 'time', '2'],
  ['{"a":{"b.c":{"d":"x"}}}', 'a.b.c.d', 'x'],
  ['{"a.b":"y","a":{"b":"z"}}', 'a.b', 'y'],
  ['{"skip":["}",{"time":0}], "time" : "now"}', 'time', 'now'],
  ['{"s":"\\\\","time":-1.5e3}', 'time', '-1.5e3'],
  ['{"time":{"x":1}}', 'time', undefined],
  ['{"time":null}', 'time', undefined],
  ['{"a":1', 'time', undefined],
  ['{"a":"no end', 'time', undefined],
  ['nothing of the kind', 'time', undefined],
])('finds in %s the value of %s', (text, field, value) => {
  const span = findScalar(text, field);
  expect(span && text.slice(span.start, span.end)).toBe(value);
});

it.each([
  ['a,b', ',', ['a', 'b']],
  ['"a,b","c ""d""",', ',', ['a,b', 'c "d"', '']],
  ['', ',', ['']],
  [',', ',', ['', '']],
  ['a|"b', '|', ['a', 'b']],
])('takes the CSV record %j apart', (record, delimiter, values) =>
  expect(csvValues(record, delimiter)).toEqual(values),
);

it('says where a quoted field stands', () => expect(csvSpans('1,"x"', ',')[1]).toEqual({ start: 3, end: 4 }));

it.each([
  [
    'a well-known name',
    '{"created":"2026-11-26T08:00:00Z","@timestamp":"2026-11-26T08:00:00Z"}',
    '@timestamp: iso8601',
  ],
  ['the event before what is in it', '{"user":{"time":"2026-11-26 08:00:00"},"ts":1764144062.5}', 'ts: epoch'],
  ['an inner field', '{"a":1,"event":{"eventTime":1764144062123}}', 'event.eventTime: epoch_ms'],
  ['no number that is not called so', '{"id":1764144062}', undefined],
  ['a column', 'id,When\n1,26/Nov/2026:08:01:02\n', 'When: clf'],
  ['months before days', 'id,date\n1,11/12/2026 08:01\n', 'date: us_date'],
  ['days before months where it has to be', 'id,date\n1,11/12/2026 08:01\n2,26/11/2026 08:01\n', 'date: eu_date'],
  ['the one further left', 'Nov 26 08:01:02 fw 1 2026-11-26T08:01:02Z x\n', 'null: rfc3164'],
  [
    'the one that most lines have',
    '2026-11-26T08:01:02Z a\n2026-11-26T08:01:03Z b\nNov 26 08:01:02 c\n',
    'null: iso8601',
  ],
  ['none', 'hello\nworld\n', undefined],
])('prefers %s', (_, text, expected) => expect(choicesOf(text)[0]).toBe(expected));
