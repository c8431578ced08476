/**
 * `queued` → `running` ⇄ `paused` → `completed` (every event was accepted), `failed` (at least one was not), `cancelled` (by the
 * attendee), `stopped` (the organisers' settings no longer allow it) or `interrupted` (the backend died meanwhile).
 */
export const ACTIVE_STATES = ['queued', 'running', 'paused'] as const;
export type SendState =
  (typeof ACTIVE_STATES)[number] | 'completed' | 'failed' | 'cancelled' | 'stopped' | 'interrupted';

export const PACES = ['rate', 'real', 'compressed', 'backdated'] as const;

/** What a send draws its events from. */
export interface SendSource {
  readonly kind: 'product' | 'scenario' | 'upload';
  readonly id: string;
  readonly name: string;
}

/** How a send goes; with its source and seed it makes the same events again. */
export interface Plan {
  readonly pace: (typeof PACES)[number];
  /** Into how many seconds a compressed timeline is put. */
  readonly lasts_s: number | null;
  /** When a back-dated timeline ends; `null` is the moment when the send was asked for. */
  readonly ends_at: string | null;
  /** Ends by itself after so many seconds; `null` with a count, or without end. */
  readonly duration_s: number | null;
  /** Goes on until somebody stops it. */
  readonly continuous: boolean;
  /** Events of the scenario itself; `null` for other sources. */
  readonly story_events: number | null;
  readonly noise: { readonly per_event: number; readonly product_ids: readonly string[] } | null;
  /** Products of the scenario that were not open when the send was asked for. */
  readonly left_out: readonly string[];
  /** When the send was asked for. */
  readonly begun_at: string;
}

/** A send as it is stored and answered. Once it has ended and was not interrupted, `total = sent + failed + unsent`. */
export interface Send {
  readonly id: string;
  readonly destination: { readonly id: string; readonly name: string };
  readonly source: SendSource;
  readonly state: SendState;
  /** `null` where time or somebody ends it. */
  readonly total: number | null;
  /** Accepted by the destination; over UDP: handed to the network. */
  readonly sent: number;
  /** Of those, confirmed by the destination; `null` where its protocol gives no receipts. */
  readonly acknowledged: number | null;
  /** Refused, or not deliverable. */
  readonly failed: number;
  /** Handed to the wire when the backend died, so that nobody knows; 0 otherwise. */
  readonly unknown: number;
  /** Events per second that were asked for; `null` is as fast as allowed. */
  readonly rate: number | null;
  readonly seed: string;
  readonly base_time: string | null;
  readonly plan: Plan;
  /** The scenario's phase of the last event that was sent; `null` for other sources and once the send has ended. */
  readonly phase: string | null;
  /** When the next event is due, where the timeline makes it wait. */
  readonly next_at: string | null;
  /** Why events failed, or why the send ended before its end. */
  readonly error: string | null;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly ended_at: string | null;
}

/** What counts against `max_events`. */
export interface Usage {
  readonly events_sent: number;
  /** Promised to sends that are queued, running or paused, and not sent yet. */
  readonly events_reserved: number;
  /** `null` without a limit. */
  readonly events_left: number | null;
}
