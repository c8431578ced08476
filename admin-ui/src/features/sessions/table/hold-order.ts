import type { SessionRow } from './session-row';

/**
 * The rows of before in their order, each as it is now, or as it was last seen when it is gone; new ones are left out. So nothing moves
 * while somebody aims at it.
 */
export const holdOrder = (before: readonly SessionRow[], now: readonly SessionRow[]): readonly SessionRow[] => {
  const latest = new Map(now.map((session) => [session.session_id, session]));
  return before.map((session) => latest.get(session.session_id) ?? session);
};
