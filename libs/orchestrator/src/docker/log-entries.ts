import type { LogLine } from '../facts';

/** What the engine tells at once of a container's output: a line with its end, or 16 KiB of a longer one. */
export interface LogEntry {
  /** RFC 3339 with nine digits of a second's fraction, in UTC: its order is that of time. */
  readonly at: string;
  readonly stream: LogLine['stream'];
  readonly bytes: Buffer;
}

const HEADER = 8;
const STDERR = 2;
const SPACE = 0x20;

/**
 * The entries of an output with timestamps, however its chunks are cut. docker-modem's `demuxStream` would take all that comes,
 * however slow its reader is, and lose the order between the streams.
 */
export async function* logEntries(chunks: AsyncIterable<Buffer>): AsyncGenerator<LogEntry> {
  let left: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    left = left.length === 0 ? chunk : Buffer.concat([left, chunk]);
    for (let end = frameEnd(left); end <= left.length; end = frameEnd(left)) {
      const entry = logEntry(left[0], left.subarray(HEADER, end));
      left = left.subarray(end);
      if (entry) yield entry;
    }
  }
}

/** Where the frame that comes first ends; its header's bytes 4 to 7 say how long it is. */
const frameEnd = (bytes: Buffer): number =>
  bytes.length < HEADER ? Number.POSITIVE_INFINITY : HEADER + bytes.readUInt32BE(4);

function logEntry(stream: number | undefined, frame: Buffer): LogEntry | undefined {
  const space = frame.indexOf(SPACE);
  if (space < 0) return undefined;
  return {
    at: frame.toString('latin1', 0, space),
    stream: stream === STDERR ? 'stderr' : 'stdout',
    bytes: frame.subarray(space + 1),
  };
}
