/** A piece of a line; `field` names what a parser read there. */
export interface Piece {
  readonly text: string;
  readonly field?: string;
}

/**
 * Cuts a line where the values of its fields stand in it: each value once, at its first free place, the longest first. A value that
 * holds several others, such as a whole message, is left out: those tell more.
 */
export function piecesOf(line: string, fields: Readonly<Record<string, string | number>>): Piece[] {
  const taken: { from: number; to: number; field: string }[] = [];
  const byLength = Object.entries(fields)
    .map(([field, value]) => [field, String(value)] as const)
    .filter(([, value], _, all) => value.length > 1 && all.filter(([, other]) => isWithin(other, value)).length < 2)
    .toSorted(([, a], [, b]) => b.length - a.length);
  for (const [field, value] of byLength) {
    const from = firstFree(line, value, taken);
    if (from >= 0) taken.push({ from, to: from + value.length, field });
  }
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to, field } of taken.toSorted((a, b) => a.from - b.from)) {
    if (from > at) pieces.push({ text: line.slice(at, from) });
    pieces.push({ text: line.slice(from, to), field });
    at = to;
  }
  if (at < line.length) pieces.push({ text: line.slice(at) });
  return pieces;
}

const isWithin = (part: string, whole: string): boolean =>
  part.length > 1 && part.length < whole.length && whole.includes(part);

function firstFree(line: string, value: string, taken: readonly { from: number; to: number }[]): number {
  for (let from = line.indexOf(value); from >= 0; from = line.indexOf(value, from + 1)) {
    const to = from + value.length;
    if (!taken.some((other) => from < other.to && other.from < to)) return from;
  }
  return -1;
}
