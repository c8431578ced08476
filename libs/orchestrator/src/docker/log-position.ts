import type { LogEntry } from './log-entries';

/** How far a log was read, so that reading can begin again where it ended. */
export class LogPosition {
  private at: string | undefined;
  /** Entries of exactly that moment. */
  private read = 0;
  private toSkip = 0;

  /** The engine's `since`, which includes that very moment; `undefined` when nothing was read. */
  begin(): string | undefined {
    if (this.at === undefined) return undefined;
    this.toSkip = this.read;
    const seconds = Math.floor(Date.parse(this.at) / 1_000);
    return `${seconds}.${/\.(\d+)/.exec(this.at)?.[1] ?? '0'}`;
  }

  /** Takes note of an entry; false when it was read before. The two streams' entries are not always in the order of time. */
  pass({ at }: Pick<LogEntry, 'at'>): boolean {
    if (this.at !== undefined && at < this.at) return true;
    if (at === this.at && this.toSkip > 0) {
      this.toSkip--;
      return false;
    }
    this.read = at === this.at ? this.read + 1 : 1;
    this.toSkip = 0;
    this.at = at;
    return true;
  }
}
