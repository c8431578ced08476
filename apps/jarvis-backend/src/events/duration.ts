const SECONDS = { s: 1, m: 60, h: 3600 } as const;

/** `90s`, `20m` and `2h` as seconds. */
export const seconds = (text: string): number =>
  Number(text.slice(0, -1)) * SECONDS[text.slice(-1) as keyof typeof SECONDS];
