import type { PortPair } from '@app/orchestrator';

export const STATUSES = ['creating', 'active', 'stopping', 'ended', 'failed'] as const;
/** `creating → active → stopping → ended`, or `failed`. */
export type SessionStatus = (typeof STATUSES)[number];

export const END_REASONS = ['deleted', 'terminated', 'expired', 'failed', 'lost'] as const;
/** Why a session ended: its owner, an organiser, the clock, a start that failed, or an instance that vanished. */
export type EndReason = (typeof END_REASONS)[number];

/** The steps of a start, each with the percentage that is reached when it begins and the words for people. */
export const STEPS = {
  queued: { percent: 2, message: 'Waiting for a free hand' },
  ports: { percent: 8, message: 'Reserving your addresses' },
  storage: { percent: 15, message: 'Preparing your storage and network' },
  containers: { percent: 30, message: 'Creating your containers' },
  starting: { percent: 45, message: 'Starting your containers' },
  ready: { percent: 70, message: 'Waiting for your instance to answer' },
  claimed: { percent: 80, message: 'Making a prepared instance yours' },
  configured: { percent: 90, message: 'Applying the settings of the event' },
  done: { percent: 100, message: 'Your instance is ready' },
} as const;
export type Step = keyof typeof STEPS;

/** A session as Redis holds it. */
export interface Session {
  readonly sessionId: string;
  readonly instanceId: string;
  readonly userId: string;
  readonly status: SessionStatus;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly metadata: Record<string, unknown>;
  /** SHA-256 (hex) of the owner's token. */
  readonly tokenHash: string;
  /** The instance's secret. */
  readonly apiKey: string;
  readonly ports?: PortPair;
  readonly step: Step;
  readonly endReason?: EndReason;
  /** What went wrong, in words for the owner. */
  readonly error?: string;
  /** The problem code of `error`. */
  readonly errorCode?: string;
  /** The revision of the configuration that the instance has taken. */
  readonly appliedRevision?: string;
  /** Somebody stopped a container by hand: the reconciler leaves it stopped. */
  readonly stoppedByHand: boolean;
  /** How many times a start was begun. */
  readonly launches: number;
  /** Whether the instance was started before it was anybody's, and claimed. */
  readonly warm: boolean;
  /** SHA-256 (hex) of the token that opened it before its keys were exchanged, while its instance is started anew with the new ones. */
  readonly rotatedFrom?: string;
}

/** A session that has ended, as the capped history keeps it. */
export interface EndedSession {
  readonly sessionId: string;
  readonly instanceId: string;
  readonly userId: string;
  readonly status: 'ended' | 'failed';
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date;
  readonly tokenHash: string;
  /** SHA-256 (hex) of the attendee's key to the instance. */
  readonly accessHash: string;
  readonly endReason: EndReason;
  readonly error?: string;
  readonly errorCode?: string;
}

/** A change of a session, as it is published to every replica. */
export interface SessionChange {
  readonly sessionId: string;
  /** The ticket that has become this session, in the change that says so. */
  readonly ticketId?: string;
  /** Whose token opens it: SHA-256 (hex), never told to clients. It changes when the keys are exchanged. */
  readonly tokenHash: string;
  readonly status: SessionStatus;
  readonly step: Step;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly endReason?: EndReason;
  readonly error?: string;
  readonly errorCode?: string;
}

/** Whether nothing of the session is left. */
export const hasEnded = ({ status }: Pick<SessionChange, 'status'>): boolean =>
  status === 'ended' || status === 'failed';

export const changeOf = (session: Session, changes: Partial<SessionChange> = {}): SessionChange => ({
  sessionId: session.sessionId,
  tokenHash: session.tokenHash,
  status: session.status,
  step: session.step,
  expiresAt: session.expiresAt.toISOString(),
  ...(session.endReason === undefined ? {} : { endReason: session.endReason }),
  ...(session.error === undefined ? {} : { error: session.error }),
  ...(session.errorCode === undefined ? {} : { errorCode: session.errorCode }),
  ...changes,
});
