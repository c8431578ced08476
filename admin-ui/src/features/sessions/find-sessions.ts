import type { SessionSummary } from './use-sessions';

/** The sessions whose user, id or status contains `words`, in the order in which they expire. */
export const findSessions = (sessions: readonly SessionSummary[], words: string): SessionSummary[] => {
  const wanted = words.trim().toLowerCase();
  return sessions
    .filter(({ session_id, user_id, status }) => `${session_id} ${user_id} ${status}`.toLowerCase().includes(wanted))
    .toSorted((a, b) => a.expires_at.localeCompare(b.expires_at));
};
