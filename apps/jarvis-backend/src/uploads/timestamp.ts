/** The forms of a time that are known in logs; among those that fit as well the earlier one is taken. */
export const TIME_FORMATS = [
  'iso8601',
  'iso8601_basic',
  'rfc3164',
  'clf',
  'ctime',
  'rfc2822',
  'us_date',
  'eu_date',
  'epoch',
  'epoch_ms',
  'epoch_us',
  'epoch_ns',
] as const;
export type TimeFormat = (typeof TIME_FORMATS)[number];

/** Where a time stands in a text, and which one it is, in ms since 1970. */
export interface FoundTime {
  readonly start: number;
  readonly end: number;
  readonly time: number;
}

type Parts = Readonly<Record<string, string | undefined>>;

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const DAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');
const WEEKDAY = `(?:(?<a>${DAYS.join('|')}),? )?`;
const MONTH = `(?<b>${MONTHS.join('|')})`;
const CLOCK = '(?<H>\\d\\d):(?<M>\\d\\d):(?<S>\\d\\d)';
const FRACTION = '(?:[.,](?<f>\\d{1,9}))?';
const ZONE = '(?: ?(?<z>Z|UTC|GMT|[+-]\\d\\d(?::?\\d\\d)?)(?!\\w))?';
const SHORT_CLOCK = '(?<H>\\d{1,2}):(?<M>\\d\\d)(?::(?<S>\\d\\d)(?:\\.(?<f>\\d{1,9}))?)?(?: ?(?<p>[AaPp][Mm]))?';

const PATTERNS: Readonly<Record<TimeFormat, string>> = {
  iso8601: `(?<Y>\\d{4})[-/.](?<m>\\d\\d)[-/.](?<d>\\d\\d)[T _](?<H>\\d\\d):(?<M>\\d\\d)(?::(?<S>\\d\\d)${FRACTION})?${ZONE}`,
  iso8601_basic: `(?<Y>\\d{4})(?<m>\\d\\d)(?<d>\\d\\d)T(?<H>\\d\\d)(?<M>\\d\\d)(?<S>\\d\\d)${FRACTION}${ZONE}`,
  rfc3164: `${MONTH} (?<e>[ \\d]\\d) (?:(?<Y>\\d{4}) )?${CLOCK}(?:\\.(?<f>\\d{1,9}))?(?!\\.?\\d| \\d{4}\\b)`,
  clf: `(?<d>\\d\\d)/${MONTH}/(?<Y>\\d{4}):${CLOCK}${FRACTION}${ZONE}`,
  ctime: `${WEEKDAY}${MONTH} (?<e>[ \\d]\\d) ${CLOCK}(?:\\.(?<f>\\d{1,9}))? (?<Y>\\d{4})`,
  rfc2822: `${WEEKDAY}(?<d>\\d{1,2})[ -]${MONTH}[ -](?<Y>\\d{4}) ${CLOCK}${FRACTION}${ZONE}`,
  us_date: `(?<m>\\d{1,2})/(?<d>\\d{1,2})/(?<Y>\\d{4}),? ${SHORT_CLOCK}`,
  eu_date: `(?<d>\\d{1,2})[/.](?<m>\\d{1,2})[/.](?<Y>\\d{4}),? ${SHORT_CLOCK}`,
  epoch: '(?<s>\\d{10})(?:\\.(?<f>\\d{1,9}))?',
  epoch_ms: '(?<s>\\d{10})(?<f>\\d{3})',
  epoch_us: '(?<s>\\d{10})(?<f>\\d{6})',
  epoch_ns: '(?<s>\\d{10})(?<f>\\d{9})',
};
/** Within a line a bare number is a time only where logs have one: at its beginning, in `audit(…)`, or under a name that says so. */
const EPOCH_PLACES = '(?<=^|audit\\(|\\b(?:ts|time|timestamp|epoch)=)';

const SEARCHED = 2000;
const DAY_MS = 86_400_000;

/** Reads and writes times of one form. Without a zone they are UTC; without a year they are at most a day after `reference`, in ms. */
export class Timestamp {
  private readonly inline: RegExp;
  private readonly whole: RegExp;

  constructor(
    format: TimeFormat,
    private readonly reference: number,
  ) {
    const pattern = PATTERNS[format];
    this.inline = new RegExp(`${format.startsWith('epoch') ? EPOCH_PLACES : '(?<!\\d)'}${pattern}(?!\\d)`);
    this.whole = new RegExp(`^${pattern}$`, 'd');
  }

  /** The first one in the first 2,000 characters of a line. */
  find(line: string): FoundTime | undefined {
    const match = this.inline.exec(line.length > SEARCHED ? line.slice(0, SEARCHED) : line);
    const time = match ? this.timeOf(match.groups ?? {}) : undefined;
    return match && time !== undefined ? { start: match.index, end: match.index + match[0].length, time } : undefined;
  }

  /** Of a text that is nothing but a time, in ms since 1970. */
  read(text: string): number | undefined {
    const match = this.whole.exec(text);
    return match ? this.timeOf(match.groups ?? {}) : undefined;
  }

  /** Another time written as `text` is: in its zone and width, digits below the millisecond as they were. */
  write(text: string, time: number): string {
    const match = this.whole.exec(text);
    if (!match) return text;
    const parts: Parts = match.groups ?? {};
    const local = new Date(time + zoneMinutes(parts['z']) * 60_000);
    const spans = Object.entries(match.indices?.groups ?? {}).filter(([, span]) => span !== undefined);
    let [written, end] = ['', text.length];
    for (const [name, span] of spans.toSorted(([, a], [, b]) => b[0] - a[0])) {
      written = piece(name, text.slice(...span), local, parts) + text.slice(span[1], end) + written;
      end = span[0];
    }
    return text.slice(0, end) + written;
  }

  private timeOf(parts: Parts): number | undefined {
    const below = Number((parts['f'] ?? '').slice(0, 3).padEnd(3, '0'));
    if (parts['s'] !== undefined) return Number(parts['s']) * 1000 + below;
    const number = (name: string): number => Number(parts[name] ?? 0);
    const month = parts['b'] === undefined ? number('m') - 1 : MONTHS.indexOf(parts['b']);
    const day = number(parts['e'] === undefined ? 'd' : 'e');
    const half = parts['p']?.toLowerCase();
    const hour = half === undefined ? number('H') : (number('H') % 12) + (half === 'pm' ? 12 : 0);
    const isDate = month >= 0 && month < 12 && day >= 1 && day <= 31;
    if (!isDate || number('H') > 23 || number('M') > 59 || number('S') > 60) return undefined;
    const at = (year: number): number =>
      Date.UTC(year, month, day, hour, number('M'), number('S'), below) - zoneMinutes(parts['z']) * 60_000;
    if (parts['Y'] !== undefined) return at(number('Y'));
    const year = new Date(this.reference).getUTCFullYear();
    return at(at(year) > this.reference + DAY_MS ? year - 1 : year);
  }
}

const zoneMinutes = (zone: string | undefined): number => {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone ?? '') ?? [];
  return hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
};

/** One piece of a written time; `local` is in its zone, read as UTC. */
function piece(name: string, before: string, local: Date, parts: Parts): string {
  const wide = (value: number): string => String(value).padStart(before.length, '0');
  const hour = local.getUTCHours();
  const half = hour < 12 ? 'am' : 'pm';
  switch (name) {
    case 'Y':
      return String(local.getUTCFullYear());
    case 'm':
      return wide(local.getUTCMonth() + 1);
    case 'd':
      return wide(local.getUTCDate());
    case 'e':
      return String(local.getUTCDate()).padStart(2, before.startsWith('0') ? '0' : ' ');
    case 'b':
      return MONTHS[local.getUTCMonth()]!;
    case 'a':
      return DAYS[local.getUTCDay()]!;
    case 'H':
      return wide(parts['p'] === undefined ? hour : hour % 12 || 12);
    case 'M':
      return wide(local.getUTCMinutes());
    case 'S':
      return wide(local.getUTCSeconds());
    case 'p':
      return before === before.toLowerCase() ? half : half.toUpperCase();
    case 's':
      return String(Math.floor(local.getTime() / 1000));
    case 'f':
      return String(local.getUTCMilliseconds()).padStart(3, '0').slice(0, before.length) + before.slice(3);
    default:
      return before;
  }
}
