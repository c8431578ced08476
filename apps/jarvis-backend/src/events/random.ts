/** A seeded source of chance: the same seed draws the same values, on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole, both ends included. */
  int(min: number, max: number): number;
  pick<T>(items: readonly T[]): T;
  /** `count` characters out of `alphabet`. */
  text(alphabet: string, count: number): string;
}

/** sfc32, seeded with a hash of the text. */
export function createRandom(seed: string): Random {
  const state = hash128(seed);
  const next = (): number => {
    const t = (state[0]! + state[1]! + state[3]!) | 0;
    state[3] = (state[3]! + 1) | 0;
    state[0] = state[1]! ^ (state[1]! >>> 9);
    state[1] = (state[2]! + (state[2]! << 3)) | 0;
    state[2] = ((state[2]! << 21) | (state[2]! >>> 11)) + t;
    return (t >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 12; round += 1) next();
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    pick: (items) => items[int(0, items.length - 1)]!,
    text: (alphabet, count) => {
      let text = '';
      for (let length = 0; length < Math.trunc(count); length += 1) text += alphabet[int(0, alphabet.length - 1)];
      return text;
    },
  };
}

/** cyrb128: spreads a text over four 32-bit words. */
function hash128(text: string): Int32Array {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return Int32Array.of(a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a);
}
