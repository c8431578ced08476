import type { ObservedInstance } from '@app/orchestrator';
import type { Session } from '../sessions/session';

/** An extension that Redis forgot is not on the labels: an adopted session gets at least this long. */
const GRACE_MS = 3_600_000;

/** The record of a pair that was found running without one, from its labels. */
export const adoptedSession = (instance: ObservedInstance, apiKey: string, now: Date): Session => {
  const { frontend, backend } = instance.ports;
  return {
    sessionId: instance.sessionId,
    instanceId: instance.instanceId,
    userId: instance.userId,
    status: 'active',
    createdAt: instance.createdAt,
    expiresAt: new Date(Math.max(instance.expiresAt.getTime(), now.getTime() + GRACE_MS)),
    metadata: {},
    tokenHash: instance.tokenHash,
    apiKey,
    ...(frontend === undefined || backend === undefined ? {} : { ports: { frontend, backend } }),
    step: 'done',
    stoppedByHand: false,
    launches: 1,
    warm: instance.warm,
  };
};
