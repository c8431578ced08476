export interface RecentLimits {
  /** What was written longer ago counts as read. */
  readonly forMs: number;
  readonly maxBytes: number;
}

/**
 * What a connection took lately and the other side may never have read: a receiver that goes down stops reading a while before it
 * hangs up. The last write is always remembered, whatever its size or age.
 */
export class RecentWrites {
  private writes: { readonly bytes: Buffer; readonly at: number }[] = [];
  private size = 0;

  constructor(private readonly limits: RecentLimits) {}

  add(bytes: Buffer, now: number): void {
    this.writes.push({ bytes, at: now });
    this.size += bytes.length;
    const { forMs, maxBytes } = this.limits;
    while (this.writes.length > 1 && (this.size > maxBytes || this.writes[0]!.at < now - forMs)) {
      this.size -= this.writes.shift()!.bytes.length;
    }
  }

  /** In the order in which they were written. */
  all(): Buffer {
    return Buffer.concat(this.writes.map(({ bytes }) => bytes));
  }
}
