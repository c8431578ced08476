/** Hands on what comes. An abort ends it: without an error where it was to go on for ever, else with the signal's reason. */
export async function* untilAborted<T>(
  items: AsyncIterable<T>,
  signal: AbortSignal,
  { endless }: { readonly endless: boolean },
): AsyncGenerator<T> {
  try {
    yield* items;
  } catch (error) {
    if (!signal.aborted) throw error;
    if (!endless) throw signal.reason;
  }
}
