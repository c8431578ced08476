const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** Three digits at most: `56.8`, `980`, `1.2`. */
const short = (value: number): string => (value < 100 ? oneDigit : whole).format(value);

/** Bytes in the unit that keeps the number short: `56.8 MB`. */
export const bytes = (value: number): string => {
  const power = value < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(value) / 3));
  return `${short(value / 1000 ** power)} ${UNITS[power]}`;
};

/** `10,001`. */
export const count = (value: number): string => whole.format(value);

/** `37 %`, and `0.4 %` where a whole number would say nothing. */
export const percent = (value: number): string => `${(Math.abs(value) < 10 ? oneDigit : whole).format(value)} %`;

/** How long something took: `180 ms`, `1.2 s`, `95 s`. */
export const took = (ms: number): string =>
  ms < 1000 ? `${whole.format(ms)} ms` : `${(ms < 10_000 ? oneDigit : whole).format(ms / 1000)} s`;

/** `1 session`, `2 sessions`. */
export const many = (number: number, one: string, more = `${one}s`): string =>
  `${count(number)} ${number === 1 ? one : more}`;
