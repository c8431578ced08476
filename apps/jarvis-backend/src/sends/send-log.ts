import { createHash, type Hash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { GeneratedEvent } from '../events/product';
import { transaction } from '../storage/database';

/** How many events of one kind a send has sent. */
export interface Tally {
  /** `null` for what is no part of a scenario's story. */
  readonly phase: string | null;
  readonly product_id: string;
  readonly event_id: string;
  readonly event_name: string;
  readonly malicious: boolean;
  readonly mitre: readonly string[];
  readonly events: number;
  /** The earliest and latest time that they carry, ISO 8601. */
  readonly first_at: string;
  readonly last_at: string;
}

/** Of a batch of events: enough to make them again and to know that they are the same. */
export interface LoggedBatch {
  /** The index of the batch's first event. */
  readonly first: number;
  readonly times: readonly Date[];
  readonly digest: Buffer;
}

/** Only so many events of a send can be listed: eight bytes of each are kept. */
export const LISTED_MAX = 200_000;

interface TallyRow {
  readonly phase: string;
  readonly product_id: string;
  readonly event_id: string;
  readonly event_name: string;
  readonly malicious: number;
  readonly mitre: string;
  readonly events: number;
  readonly first_at: number;
  readonly last_at: number;
}

/** What was sent, on the volume: counted by kind in full, and each event by its time. */
export class SendLog {
  constructor(private readonly database: DatabaseSync) {}

  /** Notes events that were accepted; `first` is the index of the first of them. */
  record(sendId: string, first: number, events: readonly GeneratedEvent[]): void {
    if (events.length === 0) return;
    transaction(this.database, () => {
      const count = this.database.prepare(
        `INSERT INTO send_tallies (send_id, phase, product_id, event_id, event_name, malicious, mitre, events, first_at, last_at)
         VALUES (:send_id, :phase, :product_id, :event_id, :event_name, :malicious, :mitre, :events, :first_at, :last_at)
         ON CONFLICT DO UPDATE SET events = events + excluded.events, first_at = min(first_at, excluded.first_at),
           last_at = max(last_at, excluded.last_at), malicious = max(malicious, excluded.malicious)`,
      );
      for (const row of tally(events)) count.run({ send_id: sendId, ...row });
      if (first < LISTED_MAX) {
        this.database
          .prepare('INSERT INTO send_batches (send_id, first, times, digest) VALUES (?, ?, ?, ?)')
          .run(sendId, first, writeTimes(events), digestOf(events.map(({ raw }) => raw)));
      }
    });
  }

  /** The story's kinds in the order in which they began, then the rest. */
  tallies(sendId: string): Tally[] {
    const rows = this.database
      .prepare(`SELECT * FROM send_tallies WHERE send_id = ? ORDER BY phase = '', first_at, product_id, event_id`)
      .all(sendId) as unknown as TallyRow[];
    return rows.map(({ phase, malicious, mitre, first_at, last_at, product_id, event_id, event_name, events }) => ({
      phase: phase || null,
      product_id,
      event_id,
      event_name,
      malicious: malicious === 1,
      mitre: JSON.parse(mitre) as string[],
      events,
      first_at: new Date(first_at).toISOString(),
      last_at: new Date(last_at).toISOString(),
    }));
  }

  /** The batches from event `from` on, one at a time. */
  *batches(sendId: string, from = 0): Generator<LoggedBatch> {
    const next = this.database.prepare(
      'SELECT * FROM send_batches WHERE send_id = ? AND first > ? ORDER BY first LIMIT 1',
    );
    const holding = this.database
      .prepare('SELECT max(first) AS first FROM send_batches WHERE send_id = ? AND first <= ?')
      .get(sendId, from) as { first: number | null };
    let after = (holding.first ?? 0) - 1;
    for (;;) {
      const row = next.get(sendId, after) as { first: number; times: Uint8Array; digest: Uint8Array } | undefined;
      if (!row) return;
      after = row.first;
      yield { first: row.first, times: readTimes(row.times), digest: Buffer.from(row.digest) };
    }
  }

  /** How many events can be listed. */
  listed(sendId: string): number {
    const { listed } = this.database
      .prepare('SELECT coalesce(sum(length(times)), 0) / 8 AS listed FROM send_batches WHERE send_id = ?')
      .get(sendId) as { listed: number };
    return listed;
  }
}

function tally(events: readonly GeneratedEvent[]): Iterable<TallyRow> {
  const rows = new Map<string, TallyRow>();
  for (const { phase = '', product_id, event_id, event_name, malicious, mitre, time } of events) {
    const key = `${phase} ${product_id} ${event_id}`;
    const [at, before] = [time.getTime(), rows.get(key)];
    rows.set(key, {
      phase,
      product_id,
      event_id,
      event_name,
      malicious: Math.max(before?.malicious ?? 0, Number(malicious)),
      mitre: before?.mitre ?? JSON.stringify(mitre),
      events: (before?.events ?? 0) + 1,
      first_at: Math.min(before?.first_at ?? at, at),
      last_at: Math.max(before?.last_at ?? at, at),
    });
  }
  return rows.values();
}

/** Tells whether lines are the same as before. */
export function digestOf(lines: readonly string[]): Buffer {
  return lines.reduce((hash: Hash, line) => hash.update(line).update('\n'), createHash('sha1')).digest();
}

/** ms since 1970, little-endian doubles. */
function writeTimes(events: readonly GeneratedEvent[]): Buffer {
  const bytes = Buffer.alloc(events.length * 8);
  events.forEach(({ time }, index) => bytes.writeDoubleLE(time.getTime(), index * 8));
  return bytes;
}

const readTimes = (bytes: Uint8Array): Date[] => {
  const buffer = Buffer.from(bytes);
  return Array.from({ length: buffer.length / 8 }, (_, index) => new Date(buffer.readDoubleLE(index * 8)));
};
