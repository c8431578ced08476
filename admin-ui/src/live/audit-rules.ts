import type { QueryKey } from '@tanstack/react-query';
import { keys } from '../api/keys';
import type { AuditEntry } from './events';

const BY_TARGET: Record<string, readonly QueryKey[]> = {
  config: [keys.config, keys.dashboard],
  pool: [keys.pool, keys.dashboard],
  messages: [keys.messages],
  volumes: [keys.volumes],
  reservations: [keys.reservations],
  operations: [keys.operations],
  sessions: [],
  platform: [],
  admin: [],
  passwords: [],
  account_names: [],
  access_codes: [],
};

/** Any other target is one session, or the place that is kept for one. */
const ofOne = (target: string): readonly QueryKey[] => [keys.session(target), keys.reservations];

/** What is to be read again after an organiser's act. */
export const staleAfter = ({ target }: Pick<AuditEntry, 'target'>): readonly QueryKey[] => [
  keys.audit,
  ...(BY_TARGET[target] ?? ofOne(target)),
];

/** The last one is no organiser's, and anybody can bring it about. */
const QUIET = new Set(['logged in', 'logged out', 'opened', 'gave too many wrong']);
const TARGETS: Record<string, string> = {
  config: 'the configuration',
  pool: 'the warm pool',
  volumes: 'kept volumes',
  sessions: 'expired sessions',
  operations: 'work on many sessions',
  messages: 'a message',
  platform: 'the platform',
};

/** A place that is kept for somebody has an id that says nothing. */
const placeOf = ({ detail }: Pick<AuditEntry, 'detail'>): string => `a place for ${String(detail.user_id)}`;
const PLACES: Record<string, typeof placeOf> = { reserved: placeOf, cancelled: placeOf };

/** What other organisers are told of an act; null of one that changes nothing for them. */
export const actWords = (entry: Pick<AuditEntry, 'actor' | 'action' | 'target' | 'detail'>): string | null => {
  const { actor, action, target } = entry;
  if (QUIET.has(action)) return null;
  if (action === 'configured') return `${actor} changed the settings of ${target}`;
  return `${actor} ${action} ${TARGETS[target] ?? PLACES[action]?.(entry) ?? target}`;
};
