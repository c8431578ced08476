import type { Dashboard } from '../../live/events';

const MOST_BARS = 150;

/** How many of the bars are lit, and up to which they are kept for somebody. */
export const seatsOf = ({ active, creating, stopping, reserved, max }: Dashboard['sessions']) => {
  const all = Math.max(1, max);
  const bars = Math.min(MOST_BARS, all);
  const scaled = (number: number) => (number > 0 ? Math.max(1, Math.round(Math.min(1, number / all) * bars)) : 0);
  const taken = active + creating + stopping;
  return { bars, lit: scaled(taken), kept: scaled(taken + reserved) };
};
