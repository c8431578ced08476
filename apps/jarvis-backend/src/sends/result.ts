import { told } from '../events/product';
import type { SentEvent } from './sent-events';
import type { Send } from './send.types';
import type { Tally } from './send-log';

/** So many events are looked through for one page of those of an attack. */
const SCANNED_MAX = 20_000;

/** What came of a send: its account, and what was sent by phase, product and kind of event. */
export function resultOf(send: Send, tallies: readonly Tally[], listed: number) {
  const times = tallies.flatMap(({ first_at, last_at }) => [first_at, last_at]).toSorted();
  const sum = (some: readonly Tally[]): number => some.reduce((total, { events }) => total + events, 0);
  return {
    send,
    events: sum(tallies),
    malicious: sum(tallies.filter(({ malicious }) => malicious)),
    mitre: [...new Set(tallies.flatMap(({ mitre }) => mitre))].toSorted(),
    first_at: times[0] ?? null,
    last_at: times.at(-1) ?? null,
    tallies,
    /** How many of the events can be listed. */
    listed,
  };
}

export interface LogQuery {
  readonly limit: number;
  readonly only: 'all' | 'story' | 'malicious';
}

/** One page of what was sent; `next` is where the next page begins, `null` after the last. */
export async function logPage(events: AsyncIterable<SentEvent>, { limit, only }: LogQuery) {
  const page: object[] = [];
  let scanned = 0;
  for await (const event of events) {
    if (page.length === limit || scanned === SCANNED_MAX) return { events: page, next: event.index };
    scanned += 1;
    if (isWanted(event, only)) page.push(told(event));
  }
  return { events: page, next: null };
}

const isWanted = ({ phase, malicious }: SentEvent, only: LogQuery['only']): boolean =>
  only === 'all' || (only === 'story' ? phase !== undefined : malicious);
