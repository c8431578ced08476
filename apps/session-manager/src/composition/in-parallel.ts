/** Does the work for each item, so many at a time; rejects with the first failure and begins nothing new after it. */
export async function inParallel<T>(
  items: Iterable<T>,
  parallel: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const rest = items[Symbol.iterator]();
  let failed = false;
  const next = async (): Promise<void> => {
    for (let item = rest.next(); !failed && item.done !== true; item = rest.next()) {
      try {
        await work(item.value);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: parallel }, next));
}
