/** A member of a sorted set. */
export interface Scored {
  readonly member: string;
  readonly score: number;
}

/** Reads what `ZRANGE … WITHSCORES` answers: the protocol's version decides whether that is flat. */
export function scored(answer: readonly (string | readonly [string, string | number])[]): Scored[] {
  const flat = answer.flat();
  return Array.from({ length: flat.length / 2 }, (_, i) => ({
    member: String(flat[2 * i]),
    score: Number(flat[2 * i + 1]),
  }));
}
