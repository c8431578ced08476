const PAUSES_MS = [250, 1_000];

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Loads a part of the console. A machine whose network changes at that moment loses its connections: then it is tried again. */
export async function loadPart<Part>(load: () => Promise<Part>, pauses: readonly number[] = PAUSES_MS): Promise<Part> {
  for (const pause of pauses) {
    try {
      return await load();
    } catch {
      await sleep(pause);
    }
  }
  return load();
}
