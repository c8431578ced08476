/** Cuts a batch into parts of at most `most` bytes, line feeds between them counted; a text that is larger is a part of its own. */
export function splitBatch(texts: readonly string[], most: number): string[][] {
  const parts: string[][] = [];
  let room = 0;
  for (const text of texts) {
    const size = Buffer.byteLength(text) + 1;
    if (size > room || parts.length === 0) {
      parts.push([]);
      room = most + 1;
    }
    parts.at(-1)!.push(text);
    room -= size;
  }
  return parts;
}
