import type { Json } from './value-text';
import type { Upload } from './upload-types';

/** The shapes of the backend's answers that the page reads. */
export interface Message {
  readonly message_id: string;
  readonly text: string;
  readonly severity: 'info' | 'warning';
}

export interface Session {
  readonly session_id: string;
  readonly user_id: string;
  readonly expires_at: string | null;
  readonly revision: string | null;
  readonly features: {
    readonly log_generation: boolean;
    readonly destinations: boolean;
    readonly max_events: number | null;
    readonly rate_limit: number | null;
  };
  readonly usage: {
    readonly events_sent: number;
    readonly events_reserved: number;
    readonly events_left: number | null;
  };
  /** What the organisers tell everybody, the newest first. */
  readonly messages: readonly Message[];
}

interface Choosable {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly allowed: boolean;
  readonly reason: string | null;
}

export interface Product extends Choosable {
  readonly vendor: { readonly id: string; readonly name: string };
  readonly category: string;
  readonly format: string;
  readonly events: readonly { readonly id: string; readonly name: string; readonly malicious: boolean }[];
}

/** A product as it is alone: its events with what a scenario's step can replace in them. */
export interface ProductInFull {
  readonly events: readonly { readonly id: string; readonly variables: readonly EventVariable[] }[];
}

export interface EventVariable {
  readonly name: string;
  /** The template that draws it; `null` for the names that every template may use. */
  readonly value: Json;
}

export interface FieldError {
  /** `phases.0.steps.1.event`. */
  readonly field: string;
  readonly message: string;
}

export interface Scenario extends Choosable {
  /** Whether it is the attendee's own, and not a file of the organisers. */
  readonly custom: boolean;
  /** Why the attendee's own cannot be played with the content as it is; nothing where all is well. */
  readonly problems: readonly FieldError[];
  readonly default_count: number;
  /** How long its timeline is, in seconds. */
  readonly lasts_s: number;
  readonly products: readonly { readonly id: string; readonly name: string }[];
  readonly left_out: readonly string[];
  readonly phases: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly mitre: readonly string[];
    readonly events: number;
  }[];
}

/** An upload as it is chosen to be sent. */
export interface Replay extends Choosable {
  readonly upload: Upload;
  readonly default_count: number;
  /** How long its timeline is, in seconds; `null` where no time is known. */
  readonly lasts_s: number | null;
}

export interface ContentProblem {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly reason: string;
}

export type Choice =
  | { readonly kind: 'product'; readonly item: Product }
  | { readonly kind: 'scenario'; readonly item: Scenario }
  | { readonly kind: 'upload'; readonly item: Replay };

export interface HecDestination {
  readonly type: 'hec';
  readonly url: string;
  readonly index: string | null;
  readonly sourcetype: string | null;
  readonly verify_tls: boolean;
  readonly ca: string | null;
  readonly gzip: boolean;
  readonly ack: boolean;
  readonly has_token: boolean;
}

export interface SyslogDestination {
  readonly type: 'syslog';
  readonly host: string;
  readonly port: number;
  readonly protocol: 'udp' | 'tcp' | 'tls';
  readonly framing: 'newline' | 'octet_counting';
  readonly verify_tls: boolean;
  readonly ca: string | null;
}

export type Destination = {
  readonly id: string;
  readonly name: string;
  /** Why nothing is sent there, where that is known; `null` where something may be. */
  readonly refused: string | null;
} & (HecDestination | SyslogDestination);

/** Where the network lets events go. */
export interface Egress {
  readonly mode: 'open' | 'internet' | 'list' | 'none';
  /** A sentence; `null` where nothing is closed. */
  readonly message: string | null;
}

export type Pace = 'rate' | 'real' | 'compressed' | 'backdated';

export interface Send {
  readonly id: string;
  readonly destination: { readonly id: string; readonly name: string };
  readonly source: { readonly kind: Choice['kind']; readonly id: string; readonly name: string };
  readonly state: 'queued' | 'running' | 'paused' | 'completed' | 'failed' | 'cancelled' | 'stopped' | 'interrupted';
  /** `null` where time or somebody ends it. */
  readonly total: number | null;
  readonly sent: number;
  /** `null` where the destination gives no receipts. */
  readonly acknowledged: number | null;
  readonly failed: number;
  readonly unknown: number;
  readonly rate: number | null;
  readonly seed: string;
  readonly plan: {
    readonly pace: Pace;
    readonly lasts_s: number | null;
    readonly duration_s: number | null;
    readonly continuous: boolean;
    readonly story_events: number | null;
    readonly noise: { readonly per_event: number; readonly product_ids: readonly string[] } | null;
  };
  /** The scenario's phase of the last event, while it goes on. */
  readonly phase: string | null;
  /** When the next event is due, where the timeline makes it wait. */
  readonly next_at: string | null;
  readonly error: string | null;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly ended_at: string | null;
}

export interface PreviewEvent {
  readonly time: string;
  readonly event_name: string;
  readonly product_id: string;
  readonly phase?: string;
  readonly mitre: readonly string[];
  readonly raw: string;
  /** Common fields that the product's parser reads in the line; `null` without a parser. */
  readonly parsed: Readonly<Record<string, string | number>> | null;
}

export interface Preview {
  readonly source: { readonly kind: Choice['kind']; readonly name: string };
  readonly seed: string;
  readonly events: readonly PreviewEvent[];
}

/** What a send has sent of one kind of event. */
export interface Tally {
  /** `null` for what is no part of a scenario's story. */
  readonly phase: string | null;
  readonly product_id: string;
  readonly event_id: string;
  readonly event_name: string;
  readonly malicious: boolean;
  readonly mitre: readonly string[];
  readonly events: number;
  readonly first_at: string;
  readonly last_at: string;
}

export interface SendResult {
  readonly send: Send;
  readonly events: number;
  readonly malicious: number;
  readonly mitre: readonly string[];
  readonly first_at: string | null;
  readonly last_at: string | null;
  readonly tallies: readonly Tally[];
  /** How many of the events can be listed. */
  readonly listed: number;
}

export interface SentEvent {
  readonly index: number;
  readonly time: string;
  readonly product_id: string;
  readonly event_name: string;
  readonly phase?: string;
  readonly malicious: boolean;
  readonly mitre: readonly string[];
  readonly raw: string;
}

export interface SentPage {
  readonly events: readonly SentEvent[];
  /** Where the next page begins; `null` after the last. */
  readonly next: number | null;
}

export const isActive = ({ state }: Send): boolean => state === 'queued' || state === 'running' || state === 'paused';

/** One record of a pasted log, and what was read in it. */
export interface ParsedRecord {
  readonly raw: string;
  /** `null` where no parser reads it. */
  readonly product_id: string | null;
  /** Other products whose parsers read as much. */
  readonly also: readonly string[];
  readonly fields: Readonly<Record<string, string | number>>;
  readonly error: string | null;
}

export interface ParsedText {
  readonly total: number;
  readonly read: number;
  readonly records: readonly ParsedRecord[];
}

/** What came of trying a scenario that is not kept: faults, or its events. */
export interface TriedScenario {
  readonly errors: readonly FieldError[];
  readonly seed: string;
  readonly events: readonly PreviewEvent[];
}
