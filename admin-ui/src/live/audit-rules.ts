import type { QueryKey } from '@tanstack/react-query';
import { keys } from '../api/keys';
import type { AuditEntry } from './events';

const BY_TARGET: Record<string, readonly QueryKey[]> = {
  config: [keys.config, keys.dashboard],
  pool: [keys.pool, keys.dashboard],
  messages: [keys.messages],
  volumes: [keys.volumes],
  roster: [keys.reservations],
  reservations: [keys.reservations],
};

/** What is to be read again after an organiser's act: a target that is no part of the platform is a session. */
export const staleAfter = ({ target }: Pick<AuditEntry, 'target'>): readonly QueryKey[] => [
  keys.audit,
  ...(BY_TARGET[target] ?? [keys.session(target)]),
];

const QUIET = new Set(['logged in', 'logged out', 'opened']);
const TARGETS: Record<string, string> = {
  config: 'the configuration',
  pool: 'the warm pool',
  volumes: 'kept volumes',
};

/** What other organisers are told of an act; null of one that changes nothing for them. */
export const actWords = ({ actor, action, target }: Pick<AuditEntry, 'actor' | 'action' | 'target'>): string | null =>
  QUIET.has(action) ? null : `${actor} ${action} ${TARGETS[target] ?? target}`;
