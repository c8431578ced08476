/** The list with its item at `index` replaced. */
export const withAt = <T>(items: readonly T[], index: number, item: T): T[] =>
  items.map((each, place) => (place === index ? item : each));

export const without = <T>(items: readonly T[], index: number): T[] => items.filter((_, place) => place !== index);

/** The list with its item at `from` at place `to`; as it is where there is no such place. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return items;
  const rest = without(items, from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
