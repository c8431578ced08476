import type { DatabaseSync } from 'node:sqlite';
import { EventLimitError, NotFoundError } from '../errors';
import { transaction } from '../storage/database';
import { ACTIVE_STATES, type Plan, type Send, type SendSource, type SendState, type Usage } from './send.types';

interface Row {
  readonly id: string;
  readonly destination_id: string;
  readonly destination_name: string;
  readonly source: string;
  readonly total: number | null;
  readonly rate: number | null;
  readonly seed: string;
  readonly base_time: string | null;
  readonly plan: string;
  readonly state: SendState;
  readonly claimed: number;
  readonly sent: number;
  readonly acknowledged: number | null;
  readonly failed: number;
  readonly error: string | null;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly ended_at: string | null;
}

export type NewSend = Pick<Send, 'id' | 'destination' | 'source' | 'total' | 'rate' | 'seed' | 'base_time' | 'plan'>;
export type Outcome = Pick<Send, 'sent' | 'acknowledged' | 'failed' | 'error'> & { readonly state: SendState };

export interface Claim {
  /** What was accepted, and what was confirmed, so far. */
  readonly sent: number;
  readonly acknowledged: number | null;
  readonly wanted: number;
}

const ACTIVE = `state IN (${ACTIVE_STATES.map((state) => `'${state}'`).join(', ')})`;
/** What a send counts against `max_events`: all of it while it is active and has an end, then what was sent or may have been. */
const RESERVED = `CASE WHEN ${ACTIVE} THEN coalesce(total, claimed - failed) WHEN state = 'interrupted' THEN claimed - failed ELSE sent END`;
/** The same, but of active sends only what went to the wire. */
const SPENT = `CASE WHEN ${ACTIVE} OR state = 'interrupted' THEN claimed - failed ELSE sent END`;

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
  create({ id, destination, source, total, rate, seed, base_time, plan }: NewSend, maxEvents: number | null): Send {
    return transaction(this.database, () => {
      const { reserved } = this.sums();
      // One without an end reserves nothing, but needs something left.
      if (maxEvents !== null && reserved + (total ?? 1) > maxEvents) {
        throw new EventLimitError(maxEvents, Math.max(0, maxEvents - reserved));
      }
      this.database
        .prepare(
          `INSERT INTO sends (id, destination_id, destination_name, source, total, rate, seed, base_time, plan, state, created_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?)`,
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
          JSON.stringify(plan),
          plan.begun_at,
        );
      return this.get(id);
    });
  }

  start(id: string): void {
    this.database
      .prepare(`UPDATE sends SET state = 'running', started_at = ? WHERE id = ?`)
      .run(new Date().toISOString(), id);
  }

  /** Of an active send. */
  setState(id: string, state: (typeof ACTIVE_STATES)[number]): void {
    this.database.prepare('UPDATE sends SET state = ? WHERE id = ?').run(state, id);
  }

  /**
   * Notes what was sent so far and claims up to `wanted` more; fewer, or none, where the limit leaves no more: by what others have
   * reserved for a send without an end, which reserved nothing, else by what was spent.
   */
  claim(
    { id, total }: Pick<Send, 'id' | 'total'>,
    { sent, acknowledged, wanted }: Claim,
    maxEvents: number | null,
  ): number {
    return transaction(this.database, () => {
      const { spent, reserved } = this.sums();
      const used = total === null ? reserved : spent;
      const granted = maxEvents === null ? wanted : Math.min(wanted, Math.max(0, maxEvents - used));
      this.database
        .prepare('UPDATE sends SET sent = ?, acknowledged = ?, claimed = ? WHERE id = ?')
        .run(sent, acknowledged, sent + granted, id);
      return granted;
    });
  }

  end(id: string, { state, sent, acknowledged, failed, error }: Outcome): Send {
    this.database
      .prepare(
        'UPDATE sends SET state = ?, sent = ?, acknowledged = ?, failed = ?, error = ?, ended_at = ? WHERE id = ?',
      )
      .run(state, sent, acknowledged, failed, error, new Date().toISOString(), id);
    return this.get(id);
  }

  /** Called at start: what was active when the last process ended can only have been interrupted. Returns how many. */
  interruptActive(): number {
    const { changes } = this.database
      .prepare(
        `UPDATE sends SET state = 'interrupted', error = 'The backend was restarted while this send was under way.', ended_at = ?
         WHERE ${ACTIVE}`,
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
  acknowledged: row.acknowledged,
  failed: row.failed,
  unknown: row.state === 'interrupted' ? row.claimed - row.sent - row.failed : 0,
  rate: row.rate,
  seed: row.seed,
  base_time: row.base_time,
  plan: JSON.parse(row.plan) as Plan,
  phase: null,
  next_at: null,
  error: row.error,
  created_at: row.created_at,
  started_at: row.started_at,
  ended_at: row.ended_at,
});
