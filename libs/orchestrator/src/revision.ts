import { hash } from 'node:crypto';
import { warmSessionId } from './names';
import type { InstanceSpec } from './types';

const INSTANCE_ID = '00000000';

/** Stands for any warm pair: what is each instance's own has no part in a revision. */
export const ANY_WARM_PAIR: InstanceSpec = {
  instanceId: INSTANCE_ID,
  sessionId: warmSessionId(INSTANCE_ID),
  userId: '',
  tokenHash: '',
  expiresAt: new Date(0),
  ports: { frontend: 0, backend: 0 },
  apiKey: '',
  warm: true,
};

/** 16 hex digits that follow from all that is told, as JSON. */
export const revisionOf = (...told: readonly unknown[]): string => hash('sha256', JSON.stringify(told)).slice(0, 16);
