/**
 * `queued` → `running` → `completed` (every event was accepted), `failed` (at least one was not), `cancelled` (by the
 * attendee), `stopped` (the organisers' settings no longer allow it) or `interrupted` (the backend died meanwhile).
 */
export const ACTIVE_STATES = ['queued', 'running'] as const;
export type SendState =
  (typeof ACTIVE_STATES)[number] | 'completed' | 'failed' | 'cancelled' | 'stopped' | 'interrupted';

/** What a send draws its events from. */
export interface SendSource {
  readonly kind: 'product' | 'scenario';
  readonly id: string;
  readonly name: string;
}

/** A send as it is stored and answered. `total = sent + failed + unsent` once it has ended and was not interrupted. */
export interface Send {
  readonly id: string;
  readonly destination: { readonly id: string; readonly name: string };
  readonly source: SendSource;
  readonly state: SendState;
  readonly total: number;
  /** Accepted by the destination; over UDP: handed to the network. */
  readonly sent: number;
  /** Refused, or not deliverable. */
  readonly failed: number;
  /** Handed to the wire when the backend died, so that nobody knows; 0 otherwise. */
  readonly unknown: number;
  /** Events per second that were asked for; `null` is as fast as allowed. */
  readonly rate: number | null;
  readonly seed: string;
  readonly base_time: string | null;
  /** Why events failed, or why the send ended before its end. */
  readonly error: string | null;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly ended_at: string | null;
}

/** What counts against `max_events`. */
export interface Usage {
  readonly events_sent: number;
  /** Promised to sends that are queued or running, and not sent yet. */
  readonly events_reserved: number;
  /** `null` without a limit. */
  readonly events_left: number | null;
}
