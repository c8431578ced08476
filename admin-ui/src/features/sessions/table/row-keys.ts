/** The row to which a key moves from row `index` of `count`; undefined for a key that moves to none. */
export const rowAfter = (key: string, index: number, count: number, page: number): number | undefined => {
  const to = (wanted: number) => Math.max(0, Math.min(count - 1, wanted));
  switch (key) {
    case 'ArrowDown':
      return to(index + 1);
    case 'ArrowUp':
      return to(index - 1);
    case 'PageDown':
      return to(index + page);
    case 'PageUp':
      return to(index - page);
    case 'Home':
      return 0;
    case 'End':
      return to(count - 1);
    default:
      return undefined;
  }
};
