import { warmSessionId, type ObservedInstance } from '@app/orchestrator';
import type { Session } from '../sessions/session';

/** What the world looks like. Instances and leases are read before the sessions, so a new session never seems an orphan. */
export interface Observation {
  readonly now: Date;
  readonly instances: readonly ObservedInstance[];
  /** Instance ids that hold ports. */
  readonly leases: readonly string[];
  /** Ids of the pool's instances. Read before the sessions, too: a claim moves one from here to there. */
  readonly pool: readonly string[];
  readonly sessions: readonly Session[];
  /** Whose the warm instances without a record are, by instance id; null for nobody's, missing where none answered. */
  readonly owners: ReadonlyMap<string, WarmOwner | null>;
  /** When each lately ended session ended, by instance id: the labels of a claimed instance's volume do not name the session. */
  readonly endedAt: ReadonlyMap<string, Date>;
  readonly volumeRetentionHours: number;
}

/** What a claimed warm instance, whose labels name nobody, tells of its owner. */
export type WarmOwner = Pick<ObservedInstance, 'sessionId' | 'userId' | 'tokenHash' | 'expiresAt'>;

/** One repair. */
export type Repair =
  /** A start that no job carries: the process that should have asked for it died. */
  | { readonly kind: 'launch'; readonly session: Session }
  /** An end that no job carries. */
  | { readonly kind: 'retire'; readonly session: Session }
  /** An active session whose containers are gone. */
  | { readonly kind: 'lose'; readonly session: Session }
  /** An active session, one of whose services ended and was not stopped by hand. */
  | { readonly kind: 'resume'; readonly session: Session }
  /** A claimed instance that does not bear its session's name yet. */
  | { readonly kind: 'rename'; readonly session: Session }
  /** A running pair that Redis has forgotten. */
  | { readonly kind: 'adopt'; readonly instance: ObservedInstance }
  /** What is left of an instance that nobody owns. */
  | { readonly kind: 'remove'; readonly instance: ObservedInstance; readonly keepVolume: boolean }
  /** Ports of an instance that is neither wanted nor there. */
  | { readonly kind: 'release'; readonly instanceId: string };

const HOUR_MS = 3_600_000;
const ENDED_STATES = new Set(['exited', 'dead', 'created']);

/** What has to be done so that Redis and the engine agree. */
export function reconcilePlan(seen: Observation): Repair[] {
  const byId = new Map(seen.instances.map((instance) => [instance.instanceId, instance]));
  const owned = new Set([...seen.sessions.map(({ instanceId }) => instanceId), ...seen.pool]);
  return [
    ...seen.sessions.flatMap((session) => sessionRepair(session, byId.get(session.instanceId)) ?? []),
    ...seen.instances
      .filter(({ instanceId }) => !owned.has(instanceId))
      .flatMap((instance) => orphanRepair({ ...instance, ...seen.owners.get(instance.instanceId) }, seen) ?? []),
    ...seen.leases
      .filter((instanceId) => !owned.has(instanceId) && !byId.has(instanceId))
      .map((instanceId) => ({ kind: 'release' as const, instanceId })),
  ];
}

function sessionRepair(session: Session, instance: ObservedInstance | undefined): Repair | undefined {
  switch (session.status) {
    case 'creating':
      return { kind: 'launch', session };
    case 'active': {
      const { frontend, backend } = instance?.services ?? {};
      if (frontend === undefined || backend === undefined) return { kind: 'lose', session };
      if (instance !== undefined && instance.sessionId !== session.sessionId) return { kind: 'rename', session };
      const hasEnded = ENDED_STATES.has(frontend) || ENDED_STATES.has(backend);
      return hasEnded && !session.stoppedByHand ? { kind: 'resume', session } : undefined;
    }
    default:
      return { kind: 'retire', session };
  }
}

function orphanRepair(instance: ObservedInstance, seen: Observation): Repair | undefined {
  const endedAt = seen.endedAt.get(instance.instanceId);
  const { frontend, backend } = instance.services;
  const isRunning =
    frontend !== undefined && backend !== undefined && !(ENDED_STATES.has(frontend) && ENDED_STATES.has(backend));
  // It bears a session's name and does not say whose it is: it is asked again the next time.
  if (isRunning && endedAt === undefined && isClaimed(instance) && !seen.owners.has(instance.instanceId))
    return undefined;
  // What has lost its labels, or was never claimed, has no owner to go back to.
  if (isRunning && endedAt === undefined && instance.tokenHash !== '') return { kind: 'adopt', instance };
  const keepVolume = isRetained(instance, seen, endedAt);
  const onlyVolume = frontend === undefined && backend === undefined && !instance.network;
  return onlyVolume && keepVolume ? undefined : { kind: 'remove', instance, keepVolume };
}

/** Whether the volume's retention time still runs: from the session's end, or from its expiry when the end is not known. */
const isRetained = (instance: ObservedInstance, seen: Observation, endedAt = instance.expiresAt): boolean =>
  seen.volumeRetentionHours > 0 && endedAt.getTime() + seen.volumeRetentionHours * HOUR_MS > seen.now.getTime();

const isClaimed = ({ warm, sessionId, instanceId }: ObservedInstance): boolean =>
  warm && sessionId !== warmSessionId(instanceId);
