import { StringDecoder } from 'node:string_decoder';

/** The bytes of a line that are kept; the rest of a longer one is left out. */
export const LONGEST_LINE_BYTES = 16 * 1024;

const NEWLINE = 0x0a;

/** Makes lines of output that comes in chunks, wherever those are cut: in a line, in a character. */
export class LineSplitter {
  private kept: Buffer[] = [];
  private keptBytes = 0;

  /** The lines that end in this chunk, without their ends. */
  *push(chunk: Buffer): Generator<string> {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      this.keep(chunk.subarray(start, end));
      yield this.take();
      start = end + 1;
    }
    // The copy lets go of the chunk, of which a line that trickles in would keep many.
    if (start < chunk.length) this.keep(Buffer.from(chunk.subarray(start, start + this.room())));
  }

  /** The line that has begun and not ended, if there is one; the next chunk begins a new one. */
  rest(): string | undefined {
    return this.keptBytes === 0 ? undefined : this.take();
  }

  private room(): number {
    return LONGEST_LINE_BYTES - this.keptBytes;
  }

  private keep(part: Buffer): void {
    const fitting = part.subarray(0, this.room());
    this.kept.push(fitting);
    this.keptBytes += fitting.length;
  }

  private take(): string {
    const line = Buffer.concat(this.kept);
    this.kept = [];
    this.keptBytes = 0;
    // A decoder holds back the character that a cut went through.
    const text = line.length === LONGEST_LINE_BYTES ? new StringDecoder('utf8').write(line) : line.toString('utf8');
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  }
}
