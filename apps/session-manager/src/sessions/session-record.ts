import { accessHash } from '../instances/secrets';
import type { EndedSession, EndReason, Session, SessionStatus, Step } from './session';

/** A Redis hash, as HGETALL answers it. */
export type Hash = Record<string, string>;

/** The hash of a session; absent members are left out. */
export const toHash = (session: Session): Hash =>
  defined({
    session_id: session.sessionId,
    instance_id: session.instanceId,
    user_id: session.userId,
    status: session.status,
    created_at: String(session.createdAt.getTime()),
    expires_at: String(session.expiresAt.getTime()),
    metadata: JSON.stringify(session.metadata),
    token_hash: session.tokenHash,
    api_key: session.apiKey,
    frontend_port: session.ports && String(session.ports.frontend),
    backend_port: session.ports && String(session.ports.backend),
    step: session.step,
    end_reason: session.endReason,
    error: session.error,
    error_code: session.errorCode,
    applied_revision: session.appliedRevision,
    stopped_by_hand: session.stoppedByHand ? '1' : undefined,
    launches: String(session.launches),
    warm: session.warm ? '1' : undefined,
    rotated_from: session.rotatedFrom,
  });

/** The session of a hash; `undefined` when the hash is empty or incomplete. */
export function fromHash(hash: Hash): Session | undefined {
  const { session_id: sessionId, instance_id: instanceId, status, token_hash: tokenHash, api_key: apiKey } = hash;
  if (!sessionId || !instanceId || !status || !tokenHash || !apiKey) return undefined;
  return {
    sessionId,
    instanceId,
    userId: hash['user_id'] ?? '',
    status: status as SessionStatus,
    createdAt: new Date(Number(hash['created_at'])),
    expiresAt: new Date(Number(hash['expires_at'])),
    metadata: JSON.parse(hash['metadata'] ?? '{}') as Record<string, unknown>,
    tokenHash,
    apiKey,
    ...(hash['frontend_port'] && hash['backend_port']
      ? { ports: { frontend: Number(hash['frontend_port']), backend: Number(hash['backend_port']) } }
      : {}),
    step: (hash['step'] ?? 'queued') as Step,
    ...(hash['end_reason'] ? { endReason: hash['end_reason'] as EndReason } : {}),
    ...(hash['error'] ? { error: hash['error'] } : {}),
    ...(hash['error_code'] ? { errorCode: hash['error_code'] } : {}),
    ...(hash['applied_revision'] ? { appliedRevision: hash['applied_revision'] } : {}),
    stoppedByHand: hash['stopped_by_hand'] === '1',
    launches: Number(hash['launches'] ?? 0),
    warm: hash['warm'] === '1',
    ...(hash['rotated_from'] ? { rotatedFrom: hash['rotated_from'] } : {}),
  };
}

/** The fields that make one session's hash another's; what is absent in the other is emptied, which reads the same. */
export function changedFields(before: Session, after: Session): Hash {
  const [old, now] = [toHash(before), toHash(after)];
  const names = Object.keys({ ...old, ...now }).filter((name) => old[name] !== now[name]);
  return Object.fromEntries(names.map((name) => [name, now[name] ?? '']));
}

/** What the history keeps of a session, without its secrets but their hashes. */
export const ended = (session: Session, endedAt: Date): EndedSession => ({
  sessionId: session.sessionId,
  instanceId: session.instanceId,
  userId: session.userId,
  status: session.endReason === 'failed' ? 'failed' : 'ended',
  createdAt: session.createdAt,
  expiresAt: session.expiresAt,
  endedAt,
  tokenHash: session.tokenHash,
  accessHash: accessHash(session.apiKey),
  endReason: session.endReason ?? 'lost',
  // What kept exchanged keys from coming up for a while is no reason of the end.
  ...(session.endReason === 'failed' && session.error !== undefined && { error: session.error }),
  ...(session.endReason === 'failed' && session.errorCode !== undefined && { errorCode: session.errorCode }),
});

export function endedFromJson(json: string): EndedSession {
  const record = JSON.parse(json) as EndedSession;
  return {
    ...record,
    // Missing in records of earlier versions.
    accessHash: record.accessHash ?? '',
    createdAt: new Date(record.createdAt),
    expiresAt: new Date(record.expiresAt),
    endedAt: new Date(record.endedAt),
  };
}

const defined = (record: Record<string, string | undefined>): Hash =>
  Object.fromEntries(Object.entries(record).filter((entry): entry is [string, string] => entry[1] !== undefined));
