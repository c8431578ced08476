import { setImmediate as breath } from 'node:timers/promises';
import { EventsChangedError } from '../errors';
import type { Playlist } from '../events/playlist';
import type { GeneratedEvent } from '../events/product';
import { digestOf, type LoggedBatch, type SendLog } from './send-log';

export interface SentEvent extends GeneratedEvent {
  /** Its number within the send, from 0. */
  readonly index: number;
}

/** What a send has sent, made again from event `from` on; throws `EventsChangedError` where it would be something else now. */
export async function* sentEvents(
  log: SendLog,
  sendId: string,
  playlist: () => Playlist,
  from = 0,
): AsyncGenerator<SentEvent> {
  const source = again(playlist);
  for (const batch of log.batches(sendId, from)) {
    const events = again(() => made(source, batch));
    if (!digestOf(events.map(({ raw }) => raw)).equals(batch.digest)) throw new EventsChangedError();
    yield* events.filter(({ index }) => index >= from);
    await breath();
  }
}

const made = (playlist: Playlist, { first, times }: LoggedBatch): SentEvent[] =>
  times.map((time, offset) => ({ ...playlist.at(first + offset, time), index: first + offset }));

/** Content that is gone, or that fails, has changed too. */
function again<T>(work: () => T): T {
  try {
    return work();
  } catch {
    throw new EventsChangedError();
  }
}
