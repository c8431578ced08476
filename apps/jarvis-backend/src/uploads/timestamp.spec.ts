import { TIME_FORMATS, Timestamp, type TimeFormat } from './timestamp';

const RECEIVED = Date.parse('2026-11-26T12:00:00Z');
const stamp = (format: TimeFormat) => new Timestamp(format, RECEIVED);
const iso = (time: number | undefined): string | undefined =>
  time === undefined ? undefined : new Date(time).toISOString();

describe.each<[TimeFormat, string, string, string]>([
  ['iso8601', '2026-11-26T08:01:02Z', '2026-11-26T08:01:02.000Z', '2027-01-05T19:30:40Z'],
  ['iso8601', '2026-11-26 08:01:02,123', '2026-11-26T08:01:02.123Z', '2027-01-05 19:30:40,500'],
  ['iso8601', '2026-11-26T08:01:02.123456+02:00', '2026-11-26T06:01:02.123Z', '2027-01-05T21:30:40.500456+02:00'],
  ['iso8601', '2026-11-26 08:01:02.1-0530', '2026-11-26T13:31:02.100Z', '2027-01-05 14:00:40.5-0530'],
  ['iso8601', '2026/11/26 08:01:02', '2026-11-26T08:01:02.000Z', '2027/01/05 19:30:40'],
  ['iso8601', '2026-11-26 08:01', '2026-11-26T08:01:00.000Z', '2027-01-05 19:30'],
  ['iso8601_basic', '20261126T080102Z', '2026-11-26T08:01:02.000Z', '20270105T193040Z'],
  ['rfc3164', 'Nov 26 08:01:02', '2026-11-26T08:01:02.000Z', 'Jan  5 19:30:40'],
  ['rfc3164', 'Nov 06 08:01:02', '2026-11-06T08:01:02.000Z', 'Jan 05 19:30:40'],
  ['rfc3164', 'Nov  6 2024 08:01:02', '2024-11-06T08:01:02.000Z', 'Jan  5 2027 19:30:40'],
  ['clf', '26/Nov/2026:08:01:02 +0100', '2026-11-26T07:01:02.000Z', '05/Jan/2027:20:30:40 +0100'],
  ['ctime', 'Thu Nov 26 08:01:02.123456 2026', '2026-11-26T08:01:02.123Z', 'Tue Jan  5 19:30:40.500456 2027'],
  ['rfc2822', 'Thu, 26 Nov 2026 08:01:02 GMT', '2026-11-26T08:01:02.000Z', 'Tue, 05 Jan 2027 19:30:40 GMT'],
  ['us_date', '11/26/2026 8:01:02 PM', '2026-11-26T20:01:02.000Z', '01/05/2027 7:30:40 PM'],
  ['us_date', '1/2/2026 12:05 am', '2026-01-02T00:05:00.000Z', '1/5/2027 07:30 pm'],
  ['eu_date', '26.11.2026 08:01:02', '2026-11-26T08:01:02.000Z', '05.01.2027 19:30:40'],
  ['epoch', '1764144062', '2025-11-26T08:01:02.000Z', '1799177440'],
  ['epoch', '1764144062.123456', '2025-11-26T08:01:02.123Z', '1799177440.500456'],
  ['epoch_ms', '1764144062123', '2025-11-26T08:01:02.123Z', '1799177440500'],
  ['epoch_us', '1764144062123456', '2025-11-26T08:01:02.123Z', '1799177440500456'],
  ['epoch_ns', '1764144062123456789', '2025-11-26T08:01:02.123Z', '1799177440500456789'],
])('%s: %s', (format, text, time, shifted) => {
  it('is read', () => expect(iso(stamp(format).read(text))).toBe(time));
  it('is written with another time', () =>
    expect(stamp(format).write(text, Date.parse('2027-01-05T19:30:40.500Z'))).toBe(shifted));
});

it.each<[TimeFormat, string]>([
  ['iso8601', '2026-13-26T08:01:02Z'],
  ['iso8601', '2026-11-26T24:01:02Z'],
  ['iso8601', '2026-11-26'],
  ['us_date', '26/11/2026 08:01:02'],
  ['epoch', '176414406'],
  ['rfc3164', 'Nov 26 08:01:02 2026'],
  ['rfc3164', 'Nov 26 08:01:02.123 2026'],
])('%s does not read %s', (format, text) => expect(stamp(format).read(text)).toBeUndefined());

it('takes a time without a year for the last one that was', () => {
  expect(iso(stamp('rfc3164').read('Dec 31 23:59:59'))).toBe('2025-12-31T23:59:59.000Z');
  expect(iso(stamp('rfc3164').read('Nov 27 08:00:00'))).toBe('2026-11-27T08:00:00.000Z');
});

it.each<[TimeFormat, string, string]>([
  ['iso8601', 'INFO [2026-11-26 08:01:02] started', '2026-11-26 08:01:02'],
  ['iso8601', 'id=12026-11-26 08:01:02', ''],
  ['rfc3164', '<134>Nov 26 08:01:02 fw-1 deny', 'Nov 26 08:01:02'],
  ['clf', '10.0.0.1 - - [26/Nov/2026:08:01:02 +0000] "GET /"', '26/Nov/2026:08:01:02 +0000'],
  ['epoch', 'type=SYSCALL msg=audit(1764144062.123:456): arch', '1764144062.123'],
  ['epoch', '1286536309.586    921 192.168.0.68 TCP_MISS/200', '1286536309.586'],
  ['epoch', 'ts=1764144062.5 user=ada', '1764144062.5'],
  ['epoch', 'call 1764144062 now', ''],
])('%s is found in %s', (format, line, found) => {
  const { start, end } = stamp(format).find(line) ?? { start: 0, end: 0 };
  expect(line.slice(start, end)).toBe(found);
});

it('looks for a time only where it costs little', () =>
  expect(TIME_FORMATS.map((format) => stamp(format).find(`${'x'.repeat(250_000)} 2026-11-26 08:01:02`))).toEqual(
    TIME_FORMATS.map(() => undefined),
  ));
