import type { GeneratedEvent } from '../events/product';

/** Of lines, in characters: each event is in memory in several shapes until it is delivered. */
const LARGE = 512 * 1024;
const LONG_MS = 100;

/** Events from number `first` on, at least one and up to `most`: fewer where they are large, or slow to make while others wait. */
export function makeBatch(at: (index: number) => GeneratedEvent, first: number, most: number): GeneratedEvent[] {
  const begun = performance.now();
  const events: GeneratedEvent[] = [];
  let size = 0;
  do {
    const event = at(first + events.length);
    size += event.raw.length;
    events.push(event);
  } while (events.length < most && size < LARGE && performance.now() - begun < LONG_MS);
  return events;
}
