const HEADER = 8;

/** The text of a container's output, without the engine's frame headers (byte 0: stream, bytes 4-7: length). */
export function logText(output: Buffer): string {
  const parts: Buffer[] = [];
  let at = 0;
  while (at + HEADER <= output.length && (output[at] ?? 3) <= 2 && output.readUIntBE(at + 1, 3) === 0) {
    const end = at + HEADER + output.readUInt32BE(at + 4);
    parts.push(output.subarray(at + HEADER, end));
    at = end;
  }
  return at === 0 ? output.toString('utf8') : Buffer.concat(parts).toString('utf8');
}
