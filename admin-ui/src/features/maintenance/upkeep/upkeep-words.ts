import { many, took } from '../../../shared/format';
import type { Cleanup, Reconciliation } from './use-upkeep';

/** Sessions whose time has run out and that nobody has begun to end. */
export const overdueOf = <Row extends { readonly expires_at: string; readonly status: string }>(
  sessions: readonly Row[],
  now: number,
): Row[] => sessions.filter(({ expires_at: at, status }) => status !== 'stopping' && Date.parse(at) <= now);

export const overdueWords = (overdue: number): string =>
  overdue === 0 ? 'No session is overdue.' : `${many(overdue, 'session is', 'sessions are')} overdue.`;

export const cleanedWords = ({ cleaned }: Cleanup): string =>
  cleaned === 0 ? 'Nothing to clean up.' : `${many(cleaned, 'expired session')} ended.`;

/** The head of a report: what was found, or done. */
export const reportTitle = ({ dry_run: dryRun, repairs }: Reconciliation): string => {
  if (repairs.length === 0) return 'Redis and the engine agree';
  if (dryRun) return `${many(repairs.length, 'thing')} would be done`;
  const failed = repairs.filter(({ done }) => done === false).length;
  if (failed === 0) return `${many(repairs.length, 'thing')} done`;
  return `${many(repairs.length - failed, 'thing')} done, ${failed} did not work`;
};

/** What was looked at. */
export const reportScope = ({ instances, sessions, milliseconds }: Reconciliation): string =>
  `${many(instances, 'instance')} and ${many(sessions, 'session')} were looked at in ${took(milliseconds)}.`;
