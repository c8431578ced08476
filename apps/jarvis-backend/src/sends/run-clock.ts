/** Timers hold 2^31 ms at most; whoever sleeps longer looks again. */
const TIMER_MAX_MS = 3_600_000;

/** Measures how long a run has gone on, without its pauses. */
export class RunClock {
  private ran = 0;
  private since: number | undefined;
  private readonly sleepers = new Set<() => void>();

  constructor(private readonly now: () => number = () => performance.now()) {
    this.since = this.now();
  }

  /** In ms. */
  get elapsed(): number {
    return this.ran + (this.since === undefined ? 0 : this.now() - this.since);
  }

  get paused(): boolean {
    return this.since === undefined;
  }

  pause(): void {
    if (this.paused) return;
    this.ran = this.elapsed;
    this.since = undefined;
    this.wakeAll();
  }

  resume(): void {
    if (!this.paused) return;
    this.since = this.now();
    this.wakeAll();
  }

  /** Resolves when the run goes on and has gone on for `moment` ms; rejects when the signal aborts. */
  async reach(moment: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const left = moment - this.elapsed;
      if (!this.paused && left <= 0) return;
      await this.sleep(this.paused ? TIMER_MAX_MS : left, signal);
    }
  }

  /** A signal that aborts when the run has gone on for `moment` ms, or for the reason of `signal`. */
  until(moment: number, signal: AbortSignal): { readonly signal: AbortSignal; readonly stop: () => void } {
    const over = new AbortController();
    const either = AbortSignal.any([signal, over.signal]);
    const watching = new AbortController();
    void this.reach(moment, AbortSignal.any([signal, watching.signal])).then(
      () => over.abort(),
      () => undefined,
    );
    return { signal: either, stop: () => watching.abort() };
  }

  /** Until `ms` are over, the run is paused or resumed, or the signal aborts. */
  private sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.sleepers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, Math.min(Math.max(1, ms), TIMER_MAX_MS));
      this.sleepers.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  private wakeAll(): void {
    for (const wake of Array.from(this.sleepers)) wake();
  }
}
