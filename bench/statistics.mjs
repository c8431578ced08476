/** @param {readonly number[]} values */
export const median = (values) => percentile(values, 50);

/**
 * The value below or at which `share` per cent of the values lie, between neighbours by line; NaN of none.
 * @param {readonly number[]} values
 * @param {number} share
 */
export function percentile(values, share) {
  const sorted = Float64Array.from(values).toSorted();
  const place = ((sorted.length - 1) * share) / 100;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place % 1);
}

/** Four digits that count. @param {number} value */
export const rounded = (value) => Number(value.toPrecision(4));

/** @param {Record<string, number>} figures */
export const allRounded = (figures) =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, rounded(value)]));
