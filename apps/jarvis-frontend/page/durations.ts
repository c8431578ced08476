/** A time as a person types it. */
export interface Duration {
  /** As typed; empty while nothing is. */
  readonly amount: string;
  readonly unit: Unit;
}

export const UNITS = { s: 'seconds', m: 'minutes', h: 'hours' } as const;
export type Unit = keyof typeof UNITS;

const SECONDS: Readonly<Record<Unit, number>> = { s: 1, m: 60, h: 3600 };

/** `90s`, `20m` or `2h`, as scenarios have them; anything else is no amount yet. */
export function durationOf(text: unknown): Duration {
  const [, amount = '', unit = 'm'] = /^(\d{1,4})([smh])$/.exec(String(text)) ?? [];
  return { amount, unit: amount === '0' ? 'm' : (unit as Unit) };
}

export const durationText = ({ amount, unit }: Duration): string => `${amount.trim()}${unit}`;

/** Seconds; none for what is no time yet. */
export const secondsOf = (duration: Duration): number =>
  isDuration(duration) ? Number(duration.amount) * SECONDS[duration.unit] : 0;

export const isDuration = ({ amount }: Duration): boolean => /^\d{1,4}$/.test(amount.trim());
