import { MONTH_NAMES, offsetMinutes } from '../events/format-time';
import { literal } from './literal';

/** How many digits an epoch has below the millisecond. */
const BELOW: Readonly<Record<string, number>> = { epoch_ms: 0, epoch_us: 3, epoch_ns: 6 };
const PIECES: Readonly<Record<string, string>> = {
  Y: '\\d{4}',
  y: '\\d\\d',
  m: '\\d{1,2}',
  b: '[A-Za-z]{3}',
  B: '[A-Za-z]+',
  a: '[A-Za-z]{3}',
  A: '[A-Za-z]+',
  d: '\\d{1,2}',
  e: '[ \\d]?\\d',
  j: '\\d{3}',
  H: '\\d{1,2}',
  I: '\\d{1,2}',
  p: '[AaPp][Mm]',
  M: '\\d\\d',
  S: '\\d\\d',
  L: '\\d{3}',
  f: '\\d{1,6}',
  N: '\\d{1,9}',
  s: '\\d+',
  z: '(?:Z|[+-]\\d\\d:?(?:\\d\\d)?)',
};

/**
 * Reads a time by `iso`, `epoch`, `epoch_ms`, `epoch_us`, `epoch_ns`, `filetime` or a strftime pattern. Without an offset in the
 * text it is at `offset`; without a year it is the one that brings it nearest to `received`. `undefined` when it does not fit.
 */
export function readTime(text: string, format: string, offset: string, received: Date): Date | undefined {
  if (format === 'filetime') return dateOf(Number(text) / 1e4 - 11_644_473_600_000);
  if (format === 'epoch') return text.trim() === '' ? undefined : dateOf(Number(text) * 1000);
  const below = BELOW[format];
  // As a number, nanoseconds since 1970 would lose their last digits.
  if (below !== undefined)
    return dateOf(/^\d{4,}$/.test(text) ? Number(text.slice(0, text.length - below)) : Number.NaN);
  if (format === 'iso')
    return dateOf(Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text.replace(' ', 'T')}${offset}`));
  return byPattern(text, format, offset, received);
}

const dateOf = (time: number): Date | undefined => (Number.isFinite(time) ? new Date(time) : undefined);

function byPattern(text: string, format: string, offset: string, received: Date): Date | undefined {
  const letters: string[] = [];
  const source = literal(format).replaceAll(/%(:z|.)/g, (all, name: string) => {
    const letter = name === ':z' ? 'z' : name;
    const piece = PIECES[letter];
    if (piece === undefined) return letter === '%' ? '%' : all;
    letters.push(letter);
    return `(${piece})`;
  });
  const match = new RegExp(`^${source}$`).exec(text);
  if (!match) return undefined;
  const found = Object.fromEntries(letters.map((letter, index) => [letter, match[index + 1]!.trim()]));
  return assemble(found, offset, received);
}

function assemble(found: Readonly<Record<string, string>>, offset: string, received: Date): Date | undefined {
  const number = (letter: string): number | undefined =>
    found[letter] === undefined ? undefined : Number(found[letter]);
  const below = Number(`0.${found['N'] ?? found['f'] ?? found['L'] ?? '0'}`) * 1000;
  const seconds = number('s');
  if (seconds !== undefined) return dateOf(seconds * 1000 + below);

  const name = (found['b'] ?? found['B'])?.slice(0, 3).toLowerCase();
  const month =
    name === undefined
      ? (number('m') ?? 1) - 1
      : MONTH_NAMES.findIndex((full) => full.slice(0, 3).toLowerCase() === name);
  const day = number('j') ?? number('d') ?? number('e') ?? 1;
  const half = found['p']?.toLowerCase();
  const hour = half === undefined ? (number('H') ?? 0) : ((number('I') ?? 0) % 12) + (half === 'pm' ? 12 : 0);
  const shift = offsetMinutes(found['z'] ?? offset) * 60_000;
  const at = (year: number): number =>
    Date.UTC(year, found['j'] === undefined ? month : 0, day, hour, number('M') ?? 0, number('S') ?? 0) + below - shift;
  const short = number('y');
  const year = number('Y') ?? (short === undefined ? undefined : 2000 + short);
  if (year !== undefined) return dateOf(at(year));
  const now = received.getUTCFullYear();
  const distance = (candidate: number): number => Math.abs(at(candidate) - received.getTime());
  return dateOf(at([now - 1, now, now + 1].reduce((best, other) => (distance(other) < distance(best) ? other : best))));
}

/** The time of a syslog header, in any of the forms that devices write. */
export function readHeaderTime(text: string, received: Date): Date | undefined {
  if (/^\d{4}-/.test(text)) return readTime(text, 'iso', '+00:00', received);
  const year = /^\w{3} [ \d]\d \d{4} /.test(text) ? '%Y ' : '';
  return readTime(text, `%b %e ${year}%H:%M:%S${text.includes('.') ? '.%f' : ''}`, '+00:00', received);
}
