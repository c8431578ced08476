/** What templates may take, whoever wrote them: one that asks for more is an `Error` in words, never a backend without memory or time. */

/** Characters of a text that one call makes. */
export const TEXT_MAX = 65_536;
/** Characters that the templates of one event put together, what is repeated or used again counted each time, and 8 for each part. */
export const EVENT_WORK_MAX = 524_288;
/** The same of all steps of a scenario, when each is made once. */
export const TRIAL_WORK_MAX = 2_097_152;
/** An event on the wire, in bytes. */
export const EVENT_BYTES_MAX = 262_144;
/** Values inside values, calls inside calls, and variables that need variables. */
export const DEPTH_MAX = 24;
/** What a `$pick` chooses from. */
export const CHOICES_MAX = 1000;
/** Characters between `{{` and `}}`. */
export const EXPRESSION_MAX = 4000;

/** Nothing is free: else empty texts could be made for ever. */
const PART_COST = 8;

/** Counts what templates put together. */
export type Meter = (value: unknown) => void;

/** A meter that throws once more than `EVENT_WORK_MAX` characters were put together. */
export function createMeter(): Meter {
  let left = EVENT_WORK_MAX;
  return (value) => {
    left -= costOf(value, left);
    if (left < 0) throw new Error(`The templates of one event may make ${EVENT_WORK_MAX} characters at most`);
  };
}

/** What a value counts for; stops counting above `most`. */
export const costOf = (value: unknown, most: number): number => PART_COST + sizeOf(value, most);

/** About how many characters a value is as JSON; stops counting above `most`. */
export function sizeOf(value: unknown, most: number): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 1;
  let size = 2;
  for (const [key, inner] of Object.entries(value)) {
    size += key.length + 4 + sizeOf(inner, most - size);
    if (size > most) break;
  }
  return size;
}

/** The text with each `from` replaced; throws before the result could be longer than a text may be. */
export function replaceAll(text: string, from: string, to: string): string {
  const found = from === '' ? text.length + 1 : text.split(from).length - 1;
  demandAtMost(text.length + found * (to.length - from.length));
  return text.replaceAll(from, () => to);
}

/** A length that a call may give its text; throws for more. */
export function textLength(length: unknown): number {
  const wanted = Number(length);
  demandAtMost(wanted);
  return wanted;
}

function demandAtMost(length: number): void {
  if (length > TEXT_MAX) throw new Error(`A text may have ${TEXT_MAX} characters at most`);
}
