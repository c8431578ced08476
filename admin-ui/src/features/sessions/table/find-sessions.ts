import type { SessionRow, SessionState } from './session-row';
import { STATES, type Expiry, type View } from './view';

const HOUR_MS = 3_600_000;

/** Whether something about a session wants attention: an error, or a container that does not run although it should. */
export const hasTrouble = ({ status, error, containers }: SessionRow): boolean =>
  error !== null ||
  status === 'failed' ||
  (status === 'active' && Object.values(containers).some((state) => state !== 'running'));

const endOfDay = (now: number): number => new Date(now).setHours(24, 0, 0, 0);

const expiresIn = (at: number, expiry: Expiry, now: number): boolean => {
  switch (expiry) {
    case 'overdue':
      return at <= now;
    case '1h':
      return at > now && at <= now + HOUR_MS;
    case '4h':
      return at > now && at <= now + 4 * HOUR_MS;
    case 'today':
      return at > now && at < endOfDay(now);
    case 'later':
      return at >= endOfDay(now);
  }
};

const matches = (session: SessionRow, words: readonly string[]): boolean => {
  const text = `${session.session_id} ${session.user_id} ${session.error ?? ''}`.toLowerCase();
  return words.every((word) => text.includes(word));
};

/** The sessions that a view shows, in the order in which they came. Each word must be in the id, the user or the error. */
export const findSessions = (sessions: readonly SessionRow[], view: View, now: number): readonly SessionRow[] => {
  const words = view.words.toLowerCase().split(/\s+/).filter(Boolean);
  return sessions.filter(
    (session) =>
      (view.states.length === 0 || view.states.includes(session.status)) &&
      (view.user === null || session.user_id === view.user) &&
      (view.start === null || session.warm === (view.start === 'warm')) &&
      (!view.trouble || hasTrouble(session)) &&
      (view.expiry === null || expiresIn(Date.parse(session.expires_at), view.expiry, now)) &&
      (words.length === 0 || matches(session, words)),
  );
};

/** The users whose names hold what is typed. */
export const usersLike = (users: readonly string[], typed: string): readonly string[] =>
  users.filter((user) => user.toLowerCase().includes(typed.trim().toLowerCase()));

/** How many sessions each state has, and how many have trouble. */
export const countSessions = (sessions: readonly SessionRow[]): Readonly<Record<SessionState | 'trouble', number>> => {
  const counts = { creating: 0, active: 0, stopping: 0, ended: 0, failed: 0, trouble: 0 };
  for (const session of sessions) {
    counts[session.status] += 1;
    if (hasTrouble(session)) counts.trouble += 1;
  }
  return counts;
};

/** The states that the table can be narrowed to: those that there are sessions in, and those that are chosen. */
export const shownStates = (
  counts: Readonly<Record<SessionState, number>>,
  chosen: readonly SessionState[],
): readonly (typeof STATES)[number][] => STATES.filter((state) => counts[state] > 0 || chosen.includes(state));
