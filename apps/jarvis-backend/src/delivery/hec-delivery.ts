import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { HecSettings } from '../destinations/destination.schema';
import type { GeneratedEvent } from '../events/product';
import type { AddressGuard } from './address-guard';
import { Delivery, DeliveryError } from './delivery';
import { HecClient } from './hec-client';
import { refusalOf, type HecAnswer } from './hec-refusal';
import { splitBatch } from './split-batch';

/** A body before compression; Splunk takes 1 MB by default in the smallest of its set-ups. */
const BODY_MAX = 512 * 1024;
/** So many posts may wait for their acknowledgement before the next one waits too. */
const PENDING_MAX = 64;
const ACK_WITHIN_MS = 30_000;
const ACK_EVERY_MS = { first: 200, most: 2000 };

/**
 * Splunk's HTTP Event Collector: each post is accepted or not as a whole. With indexer acknowledgement, posts are acknowledged later,
 * by the ids that the collector gave them (Splunk, "About HTTP Event Collector Indexer Acknowledgment").
 */
export class HecDelivery extends Delivery {
  private readonly client: HecClient;
  private confirmed = 0;
  /** Posts that are not acknowledged yet: how many events each has. */
  private readonly pending = new Map<number, number>();

  constructor(
    private readonly settings: HecSettings,
    token: string,
    guard: AddressGuard,
  ) {
    super();
    this.client = new HecClient(settings, { token, guard, ...(settings.ack && { channel: randomUUID() }) });
  }

  async deliver(events: readonly GeneratedEvent[]): Promise<void> {
    let accepted = 0;
    const bodies = events.map((event) => JSON.stringify(hecBody(event, this.settings)));
    try {
      for (const part of splitBatch(bodies, BODY_MAX)) {
        this.note(await this.client.post(part.join('\n')), part.length);
        accepted += part.length;
        if (this.pending.size >= PENDING_MAX) await this.settle(PENDING_MAX / 2);
      }
    } catch (error) {
      throw error instanceof DeliveryError ? error.after(accepted) : error;
    }
  }

  override get acknowledged(): number {
    return this.confirmed;
  }

  async close(): Promise<void> {
    try {
      await this.settle(0);
    } finally {
      this.client.close();
    }
  }

  /** Counts an accepted post as confirmed, or as one that will be; throws `DeliveryError` for one that was not accepted. */
  private note(answer: HecAnswer, events: number): void {
    if (answer.status < 200 || answer.status > 299) throw refusalOf(answer);
    const { ackId } = answer.said;
    if (!this.settings.ack) {
      this.confirmed += events;
    } else if (typeof ackId === 'number') {
      this.pending.set(ackId, events);
    } else {
      const message =
        'The collector gave no acknowledgement id: indexer acknowledgement is off there. Switch it off here too.';
      throw new DeliveryError(message, false);
    }
  }

  /** Asks until at most `most` posts are not acknowledged; rejects when that lasts too long, or cannot be asked at all. */
  private async settle(most: number): Promise<void> {
    const deadline = performance.now() + ACK_WITHIN_MS;
    let refused: DeliveryError | undefined;
    for (let wait = ACK_EVERY_MS.first; this.pending.size > most; wait = Math.min(wait * 2, ACK_EVERY_MS.most)) {
      try {
        for (const id of await this.client.acknowledged([...this.pending.keys()])) {
          this.confirmed += this.pending.get(id) ?? 0;
          this.pending.delete(id);
        }
        refused = undefined;
      } catch (error) {
        // Events that were accepted are not lost because the collector is busy when it is asked for them.
        if (!(error instanceof DeliveryError && error.retryable)) throw error;
        refused = error;
      }
      if (this.pending.size <= most) return;
      if (performance.now() > deadline) throw this.unacknowledged(refused);
      await pause(wait);
    }
  }

  private unacknowledged(cause: DeliveryError | undefined): DeliveryError {
    const events = [...this.pending.values()].reduce((sum, count) => sum + count, 0);
    const seconds = ACK_WITHIN_MS / 1000;
    const why = cause ? `. ${cause.message}` : '';
    return new DeliveryError(
      `The collector did not acknowledge ${events} events within ${seconds} seconds${why}`,
      false,
      0,
      { cause },
    );
  }
}

export const hecBody = (
  { time, hec }: GeneratedEvent,
  { index, sourcetype }: Pick<HecSettings, 'index' | 'sourcetype'>,
) => ({
  time: time.getTime() / 1000,
  host: hec.host,
  source: hec.source,
  sourcetype: sourcetype || hec.sourcetype,
  ...(index ? { index } : {}),
  event: hec.event,
});
