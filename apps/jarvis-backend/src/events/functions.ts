import { createHash } from 'node:crypto';
import { formatTime, fraction } from './format-time';
import { replaceAll, textLength } from './limits';
import type { Random } from './random';

/** What a function of the template language may use. */
export interface CallContext {
  readonly random: Random;
  readonly time: Date;
}

type TemplateFunction = (context: CallContext, ...args: readonly unknown[]) => unknown;

const HEX = '0123456789abcdef';
const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const digest = (algorithm: string, value: unknown): string => createHash(algorithm).update(String(value)).digest('hex');
const shift = (time: Date, seconds: unknown): Date => new Date(time.getTime() + Number(seconds ?? 0) * 1000);
const asUuid = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${'89ab'[Number.parseInt(hex[16]!, 16) & 3]}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;

/** Seconds since 1970 with `digits` more digits, as a text: a number would lose the last of them. */
const epochDigits = (time: Date, digits: number): string =>
  `${Math.floor(time.getTime() / 1000)}${fraction(time, digits)}`;

/** Every function of the template language; `docs/content.md` lists them for authors. */
export const FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  int: ({ random }, min, max) => random.int(Number(min), Number(max)),
  float: ({ random }, min, max, digits = 2) =>
    Number((Number(min) + random.next() * (Number(max) - Number(min))).toFixed(Number(digits))),
  pick: ({ random }, ...items) => random.pick(items),
  chance: ({ random }, share) => random.next() < Number(share),
  uuid: ({ random }) => asUuid(random.text(HEX, 32)),
  hex: ({ random }, count) => random.text(HEX, textLength(count)),
  digits: ({ random }, count) => random.text('0123456789', textLength(count)),
  chars: ({ random }, count) => random.text(ALNUM, textLength(count)),
  ip: ({ random }, cidr) => randomAddress(random, String(cidr)),

  time: ({ time }, pattern, seconds, offset = '+00:00') =>
    formatTime(shift(time, seconds), String(pattern), String(offset)),
  iso: ({ time }, seconds) => shift(time, seconds).toISOString(),
  epoch: ({ time }, seconds) => Math.floor(shift(time, seconds).getTime() / 1000),
  epoch_ms: ({ time }, seconds) => shift(time, seconds).getTime(),
  epoch_us: ({ time }, seconds) => epochDigits(shift(time, seconds), 6),
  epoch_ns: ({ time }, seconds) => epochDigits(shift(time, seconds), 9),
  epoch_fraction: ({ time }, digits, seconds) => {
    const at = shift(time, seconds);
    return `${epochDigits(at, 0)}.${fraction(at, Number(digits))}`;
  },
  filetime: ({ time }, seconds) => {
    const at = shift(time, seconds);
    return `${BigInt(epochDigits(at, 0)) + 11_644_473_600n}${fraction(at, 7)}`;
  },

  upper: (_, value) => String(value).toUpperCase(),
  lower: (_, value) => String(value).toLowerCase(),
  take: (_, value, count) => String(value).slice(0, Number(count)),
  number: (_, value) => Number(value),
  json: (_, value) => JSON.stringify(value),
  pad: (_, value, width, filler = '0') => String(value).padStart(textLength(width), String(filler)),
  to_hex: (_, value) => Number(value).toString(16),
  replace: (_, value, from, to) => replaceAll(String(value), String(from), String(to)),
  urlencode: (_, value) => encodeURIComponent(String(value)),
  base64: (_, value) => Buffer.from(String(value)).toString('base64'),
  base64_utf16: (_, value) => Buffer.from(String(value), 'utf16le').toString('base64'),
  md5: (_, value) => digest('md5', value),
  sha1: (_, value) => digest('sha1', value),
  sha256: (_, value) => digest('sha256', value),
  int_of: (_, value, min, max) =>
    Number(min) + (Number.parseInt(digest('md5', value).slice(0, 12), 16) % (Number(max) - Number(min) + 1)),
  uuid_of: (_, value) => asUuid(digest('sha256', value)),
  add: (_, ...terms) => terms.reduce<number>((sum, term) => sum + Number(term), 0),
  multiply: (_, ...terms) => terms.reduce<number>((product, term) => product * Number(term), 1),
};

/** An address inside an IPv4 block, neither its first nor its last where it has room. */
function randomAddress(random: Random, cidr: string): string {
  const [base = '', bits = '32'] = cidr.split('/');
  const size = 2 ** (32 - Number(bits));
  const start = base.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const address = start + (size > 2 ? random.int(1, size - 2) : random.int(0, size - 1));
  return [24, 16, 8, 0].map((places) => Math.floor(address / 2 ** places) % 256).join('.');
}
