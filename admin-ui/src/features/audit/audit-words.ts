import { many } from '../../shared/format';
import { dateTime } from '../../shared/time';
import { changeWords, changesIn } from '../config/setting-words';
import type { AuditEntry } from './use-audit';

type Act = Pick<AuditEntry, 'action' | 'target' | 'detail'>;

/** What is acted on, where it is a part of the platform. */
const PARTS: Record<string, string> = {
  config: 'the configuration',
  pool: 'the warm pool',
  sessions: 'expired sessions',
  volumes: 'kept volumes',
  messages: 'a message',
  roster: 'a roster',
  reservations: 'kept places',
  platform: 'the platform',
  operations: 'work on many sessions',
  account_names: 'account names',
  access_codes: 'access codes',
};

/** The session that an act was on, if it was on one: their ids end with their instance's. */
export const sessionOf = ({ target }: Pick<Act, 'target'>): string | null =>
  /-[0-9a-f]{8}$/.test(target) ? target : null;

/** The act and what it was on, where that is no session: `changed the configuration`. */
export const actWords = ({ action, target }: Pick<Act, 'action' | 'target'>): string => {
  if (target === 'admin') return action;
  if (action === 'configured') return 'changed the settings of';
  return sessionOf({ target }) === null ? `${action} ${PARTS[target] ?? target}` : action;
};

const LISTED = 3;

const listWords = (list: readonly unknown[]): string => {
  const shown = list.slice(0, LISTED).map(valueWords).join(', ');
  return list.length > LISTED ? `${shown} and ${list.length - LISTED} more` : shown;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const valueWords = (value: unknown): string => {
  if (value === null) return 'none';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : listWords(value);
  if (isRecord(value)) return Object.values(value).map(valueWords).join(' ');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** Members of a detail that read better in words of their own. */
const MEMBERS: Record<string, (value: unknown) => string> = {
  hours: (value) => many(Number(value), 'hour'),
  ends_at: (value) => `until ${dateTime(String(value))}`,
  more_addresses: (value) => (value === 1 ? '1 more address' : `${valueWords(value)} more addresses`),
  text: (value) => `“${valueWords(value)}”`,
  plan: (value) =>
    Array.isArray(value) && value.length > 0
      ? `plan ${value
          .filter(isRecord)
          .map(({ at, keep }) => `${valueWords(at)} → ${valueWords(keep)}`)
          .join(', ')}`
      : 'no plan',
};

/** What says nothing to people. */
const UNSAID = new Set(['changes', 'message_id']);

/** What the act was given or changed, one phrase each. */
export const detailWords = ({ detail }: Pick<Act, 'detail'>): string[] => [
  ...changesIn(detail).map(changeWords),
  ...Object.entries(detail)
    .filter(([name, value]) => !UNSAID.has(name) && value !== null)
    .map(([name, value]) => MEMBERS[name]?.(value) ?? `${name.replaceAll('_', ' ')}: ${valueWords(value)}`),
];
