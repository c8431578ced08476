const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const pad = (value: number, size = 2): string => String(value).padStart(size, '0');
const DAY_MS = 86_400_000;

/** A time is moved into its zone before; the fields then read it as UTC. */
interface Local {
  readonly local: Date;
  readonly time: Date;
  readonly minutes: number;
}

const FIELDS: Readonly<Record<string, (at: Local) => string>> = {
  Y: ({ local }) => String(local.getUTCFullYear()),
  y: ({ local }) => pad(local.getUTCFullYear() % 100),
  m: ({ local }) => pad(local.getUTCMonth() + 1),
  b: ({ local }) => MONTHS[local.getUTCMonth()]!.slice(0, 3),
  B: ({ local }) => MONTHS[local.getUTCMonth()]!,
  a: ({ local }) => DAYS[local.getUTCDay()]!.slice(0, 3),
  A: ({ local }) => DAYS[local.getUTCDay()]!,
  d: ({ local }) => pad(local.getUTCDate()),
  e: ({ local }) => String(local.getUTCDate()).padStart(2),
  j: ({ local }) => pad(Math.floor((local.getTime() - Date.UTC(local.getUTCFullYear(), 0, 1)) / DAY_MS) + 1, 3),
  H: ({ local }) => pad(local.getUTCHours()),
  I: ({ local }) => pad(local.getUTCHours() % 12 || 12),
  p: ({ local }) => (local.getUTCHours() < 12 ? 'AM' : 'PM'),
  M: ({ local }) => pad(local.getUTCMinutes()),
  S: ({ local }) => pad(local.getUTCSeconds()),
  L: ({ local }) => pad(local.getUTCMilliseconds(), 3),
  f: ({ time }) => fraction(time, 6),
  N: ({ time }) => fraction(time, 9),
  s: ({ time }) => String(Math.floor(time.getTime() / 1000)),
  z: ({ minutes }) => zone(minutes, ''),
  ':z': ({ minutes }) => zone(minutes, ':'),
  '%': () => '%',
};

/**
 * A time by a strftime pattern, in UTC or at an offset such as `+02:00`: %Y %y %m %b %B %a %A %d %e %j %H %I %p %M %S, %L
 * (milliseconds), %f (microseconds), %N (nanoseconds), %s (epoch seconds), %z (+0200), %:z (+02:00), %%.
 */
export function formatTime(time: Date, pattern: string, offset = '+00:00'): string {
  const minutes = offsetMinutes(offset);
  const at: Local = { time, minutes, local: new Date(time.getTime() + minutes * 60_000) };
  return pattern.replaceAll(/%(:z|.)/g, (all, name: string) => FIELDS[name]?.(at) ?? all);
}

/** Of `+02:00`, `+0200`, `-05` or `Z`; throws an `Error` otherwise. */
export function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0;
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(offset) ?? [];
  if (hours === undefined) throw new Error(`${offset} is no offset such as +02:00`);
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The digits below the second. A `Date` ends at milliseconds: the rest follows from the time, so it is always the same. */
export const fraction = (time: Date, digits: number): string => {
  const below = ((time.getTime() % 1_000_003) * 7_919 + 104_729) % 1_000_000;
  return (pad(((time.getTime() % 1000) + 1000) % 1000, 3) + pad(below, 6)).slice(0, digits);
};

function zone(minutes: number, colon: string): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}${colon}${pad(size % 60)}`;
}

export const MONTH_NAMES: readonly string[] = MONTHS;
