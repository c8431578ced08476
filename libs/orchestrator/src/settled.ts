/** Like `Promise.all`, but rejects (with the first error in order) only once nothing is under way any more. */
export async function settled<T extends readonly unknown[]>(
  promises: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T>;
export async function settled<T>(promises: readonly Promise<T>[]): Promise<T[]>;
export async function settled(promises: readonly Promise<unknown>[]): Promise<unknown[]> {
  const results = await Promise.allSettled(promises);
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

/** Does `act` to each item, `width` at a time; stops taking items after an error and rejects with it. */
export async function eachOf<T>(items: readonly T[], width: number, act: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  let failed = false;
  const lane = async (): Promise<void> => {
    for (const item of queue) {
      if (failed) return;
      try {
        await act(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await settled(Array.from({ length: Math.min(width, items.length) }, lane));
}
