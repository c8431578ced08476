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
  readonly events: readonly { readonly id: string; readonly name: string }[];
}

export interface Scenario extends Choosable {
  readonly default_count: number;
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

export interface ContentProblem {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly reason: string;
}

export type Choice =
  { readonly kind: 'product'; readonly item: Product } | { readonly kind: 'scenario'; readonly item: Scenario };

export interface HecDestination {
  readonly type: 'hec';
  readonly url: string;
  readonly index: string | null;
  readonly sourcetype: string | null;
  readonly verify_tls: boolean;
  readonly has_token: boolean;
}

export interface SyslogDestination {
  readonly type: 'syslog';
  readonly host: string;
  readonly port: number;
  readonly protocol: 'udp' | 'tcp';
  readonly framing: 'newline' | 'octet_counting';
}

export type Destination = { readonly id: string; readonly name: string } & (HecDestination | SyslogDestination);

export interface Send {
  readonly id: string;
  readonly destination: { readonly id: string; readonly name: string };
  readonly source: { readonly kind: 'product' | 'scenario'; readonly id: string; readonly name: string };
  readonly state: 'queued' | 'running' | 'completed' | 'failed' | 'cancelled' | 'stopped' | 'interrupted';
  readonly total: number;
  readonly sent: number;
  readonly failed: number;
  readonly unknown: number;
  readonly rate: number | null;
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
  readonly source: { readonly name: string };
  readonly seed: string;
  readonly events: readonly PreviewEvent[];
}

export const isActive = (send: Send): boolean => send.state === 'queued' || send.state === 'running';
