const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const two = (value: number): string => String(value).padStart(2, '0');

const FIELDS: Readonly<Record<string, (time: Date) => string>> = {
  Y: (time) => String(time.getUTCFullYear()),
  m: (time) => two(time.getUTCMonth() + 1),
  b: (time) => MONTHS[time.getUTCMonth()]!,
  d: (time) => two(time.getUTCDate()),
  e: (time) => String(time.getUTCDate()).padStart(2),
  H: (time) => two(time.getUTCHours()),
  M: (time) => two(time.getUTCMinutes()),
  S: (time) => two(time.getUTCSeconds()),
  L: (time) => String(time.getUTCMilliseconds()).padStart(3, '0'),
  s: (time) => String(Math.floor(time.getTime() / 1000)),
  '%': () => '%',
};

/** A time in UTC by a strftime pattern: %Y %m %b %d %e %H %M %S, %L (milliseconds), %s (epoch seconds), %%. */
export const formatTime = (time: Date, pattern: string): string =>
  pattern.replaceAll(/%(.)/g, (all, letter: string) => FIELDS[letter]?.(time) ?? all);
