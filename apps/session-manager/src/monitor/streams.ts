/** An entry of a Redis stream, as XRANGE answers it. */
export type StreamEntry = [id: string, fields: string[]];

/** When an entry was added (ms). */
export const timeOf = (id: string): number => Number(id.split('-')[0]);

/** An entry's fields by their names. */
export const toRecord = (fields: readonly string[]): Partial<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: fields.length / 2 }, (_, i) => [fields[2 * i], fields[2 * i + 1]]));
