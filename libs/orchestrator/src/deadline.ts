/**
 * Runs `work` until it settles, the signal aborts (rejects with its reason) or `ms` pass (rejects with a
 * `TimeoutError`). The signal that `work` gets says the same.
 */
export async function withDeadline<T>(
  ms: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const scope = new AbortController();
  const abort = (): void => scope.abort(signal?.reason);
  const timer = setTimeout(() => scope.abort(new DOMException(`No answer within ${ms} ms`, 'TimeoutError')), ms);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work(scope.signal), aborted(scope.signal)]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/** Resolves after `ms`; rejects with the signal's reason when that comes first. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error);
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** For what is not to be cut off. */
export const never = (): AbortSignal => new AbortController().signal;

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
