import type { DatabaseSync } from 'node:sqlite';
import { EventLimitError, NotFoundError } from '../errors';
import { transaction } from '../storage/database';
import type { Send, SendSource, SendState, Usage } from './send.types';

interface Row {
  readonly id: string;
  readonly destination_id: string;
  readonly destination_name: string;
  readonly source: string;
  readonly total: number;
  readonly rate: number | null;
  readonly seed: string;
  readonly base_time: string | null;
  readonly state: SendState;
  readonly claimed: number;
  readonly sent: number;
  readonly failed: number;
  readonly error: string | null;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly ended_at: string | null;
}

export type NewSend = Pick<Send, 'id' | 'destination' | 'source' | 'total' | 'rate' | 'seed' | 'base_time'>;
export type Outcome = Pick<Send, 'sent' | 'failed' | 'error'> & { readonly state: SendState };

/** What a send counts against `max_events`: all of it while it is active, then what was sent or may have been. */
const RESERVED = `CASE WHEN state IN ('queued', 'running') THEN total WHEN state = 'interrupted' THEN claimed - failed ELSE sent END`;
/** The same, but of active sends only what went to the wire. */
const SPENT = `CASE WHEN state IN ('queued', 'running', 'interrupted') THEN claimed - failed ELSE sent END`;

/**
 * The sends and their accounts, on the volume. Events are *claimed* here before they go to the wire, so that a killed
 * backend cannot send more than `max_events` in its next life.
 */
export class SendStore {
  constructor(private readonly database: DatabaseSync) {}

  /** Newest first. */
  list(limit: number): Send[] {
    const rows = this.database.prepare('SELECT * FROM sends ORDER BY created_at DESC, rowid DESC LIMIT ?').all(limit);
    return (rows as unknown as Row[]).map(fromRow);
  }

  /** Throws `NotFoundError`. */
  get(id: string): Send {
    const row = this.database.prepare('SELECT * FROM sends WHERE id = ?').get(id) as unknown as Row | undefined;
    if (!row) throw new NotFoundError('send', id);
    return fromRow(row);
  }

  usage(maxEvents: number | null): Usage {
    const { spent, reserved } = this.sums();
    return {
      events_sent: spent,
      events_reserved: reserved - spent,
      events_left: maxEvents === null ? null : Math.max(0, maxEvents - reserved),
    };
  }

  /** Keeps the send and reserves its events in one step; throws `EventLimitError` where they are too many. */
  create({ id, destination, source, total, rate, seed, base_time }: NewSend, maxEvents: number | null): Send {
    return transaction(this.database, () => {
      const { reserved } = this.sums();
      if (maxEvents !== null && reserved + total > maxEvents) {
        throw new EventLimitError(maxEvents, Math.max(0, maxEvents - reserved));
      }
      this.database
        .prepare(
          `INSERT INTO sends (id, destination_id, destination_name, source, total, rate, seed, base_time, state, created_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?)`,
        )
        .run(
          id,
          destination.id,
          destination.name,
          JSON.stringify(source),
          total,
          rate,
          seed,
          base_time,
          new Date().toISOString(),
        );
      return this.get(id);
    });
  }

  start(id: string): void {
    this.database
      .prepare(`UPDATE sends SET state = 'running', started_at = ? WHERE id = ?`)
      .run(new Date().toISOString(), id);
  }

  /** Notes what was sent so far and claims up to `wanted` more; fewer, or none, where the limit was lowered meanwhile. */
  claim(id: string, sent: number, wanted: number, maxEvents: number | null): number {
    return transaction(this.database, () => {
      const granted = maxEvents === null ? wanted : Math.min(wanted, Math.max(0, maxEvents - this.sums().spent));
      this.database.prepare('UPDATE sends SET sent = ?, claimed = ? WHERE id = ?').run(sent, sent + granted, id);
      return granted;
    });
  }

  end(id: string, { state, sent, failed, error }: Outcome): Send {
    this.database
      .prepare('UPDATE sends SET state = ?, sent = ?, failed = ?, error = ?, ended_at = ? WHERE id = ?')
      .run(state, sent, failed, error, new Date().toISOString(), id);
    return this.get(id);
  }

  /** Called at start: what was active when the last process ended can only have been interrupted. Returns how many. */
  interruptActive(): number {
    const { changes } = this.database
      .prepare(
        `UPDATE sends SET state = 'interrupted', error = 'The backend was restarted while this send was under way.', ended_at = ?
         WHERE state IN ('queued', 'running')`,
      )
      .run(new Date().toISOString());
    return Number(changes);
  }

  private sums(): { spent: number; reserved: number } {
    return this.database
      .prepare(`SELECT coalesce(sum(${SPENT}), 0) AS spent, coalesce(sum(${RESERVED}), 0) AS reserved FROM sends`)
      .get() as { spent: number; reserved: number };
  }
}

const fromRow = (row: Row): Send => ({
  id: row.id,
  destination: { id: row.destination_id, name: row.destination_name },
  source: JSON.parse(row.source) as SendSource,
  state: row.state,
  total: row.total,
  sent: row.sent,
  failed: row.failed,
  unknown: row.state === 'interrupted' ? row.claimed - row.sent - row.failed : 0,
  rate: row.rate,
  seed: row.seed,
  base_time: row.base_time,
  error: row.error,
  created_at: row.created_at,
  started_at: row.started_at,
  ended_at: row.ended_at,
});
