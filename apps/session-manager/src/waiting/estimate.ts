/** How far back ends of sessions tell how fast places come free. */
const WINDOW_MS = 1_800_000;
/** Fewer ends than this are chance. */
const FEWEST_ENDS = 3;

export interface LineState {
  /** ms. */
  readonly now: number;
  readonly cap: number;
  /** Places that sessions have, or that are kept for reservations. */
  readonly taken: number;
  /** When the last sessions ended (ms). */
  readonly ends: readonly number[];
  /** When the next sessions will expire at the latest (ms), the next one first. */
  readonly expiries: readonly number[];
}

/**
 * Milliseconds until the place-th in line (from 1) gets in: as places came free of late, and no later than running sessions expire.
 * `undefined` when nothing tells.
 */
export function estimateWait(place: number, { now, cap, taken, ends, expiries }: LineState): number | undefined {
  const needed = place + taken - cap;
  if (needed <= 0) return 0;
  if (cap <= 0) return undefined;
  const expiry = expiries[needed - 1];
  const recent = ends.filter((at) => at > now - WINDOW_MS);
  const guesses = [
    ...(expiry === undefined ? [] : [expiry - now]),
    ...(recent.length < FEWEST_ENDS ? [] : [(needed * (now - Math.min(...recent))) / recent.length]),
  ];
  return guesses.length === 0 ? undefined : Math.max(0, Math.min(...guesses));
}
