/** The share of a second's tokens that may be spent at once: small, so that a rate is held evenly. */
const BURST_SECONDS = 0.05;

interface Waiter {
  readonly wanted: number;
  readonly resolve: (granted: number) => void;
}

/** Spreads events over time. Those who wait are served in turn, so one send cannot starve another. */
export class TokenBucket {
  private tokens = 1;
  private filledAt: number;
  private readonly waiting: Waiter[] = [];
  private timer: NodeJS.Timeout | undefined;

  /** `rate` is events per second; `null` is no limit, 0 lets nothing through. */
  constructor(
    private rate: number | null,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.filledAt = this.now();
  }

  /** The new rate holds at once, for those who wait too. */
  setRate(rate: number | null): void {
    this.refill();
    this.rate = rate;
    this.tokens = Math.min(this.tokens, this.capacity());
    this.serve();
  }

  /** Resolves with how many of `wanted` (at least 1) may go now; rejects when the signal aborts. */
  take(wanted: number, signal: AbortSignal): Promise<number> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason as Error);
      const abort = (): void => {
        this.waiting.splice(this.waiting.indexOf(waiter), 1);
        reject(signal.reason as Error);
      };
      const waiter: Waiter = {
        wanted,
        resolve: (granted) => {
          signal.removeEventListener('abort', abort);
          resolve(granted);
        },
      };
      signal.addEventListener('abort', abort, { once: true });
      this.waiting.push(waiter);
      this.serve();
    });
  }

  /** Returns what was taken and not used. */
  giveBack(count: number): void {
    this.tokens += count;
    this.serve();
  }

  private capacity(): number {
    return this.rate === null ? Number.POSITIVE_INFINITY : Math.max(1, this.rate * BURST_SECONDS);
  }

  private refill(): void {
    const now = this.now();
    if (this.rate !== null) {
      this.tokens = Math.min(this.capacity(), this.tokens + ((now - this.filledAt) / 1000) * this.rate);
    }
    this.filledAt = now;
  }

  private serve(): void {
    clearTimeout(this.timer);
    this.refill();
    while (this.waiting.length > 0 && (this.rate === null || this.tokens >= 1)) {
      const { wanted, resolve } = this.waiting.shift()!;
      const granted = this.rate === null ? wanted : Math.min(wanted, Math.floor(this.tokens));
      if (this.rate !== null) this.tokens -= granted;
      resolve(granted);
    }
    if (this.waiting.length > 0 && this.rate) {
      this.timer = setTimeout(() => this.serve(), Math.max(1, ((1 - this.tokens) / this.rate) * 1000));
    }
  }
}
