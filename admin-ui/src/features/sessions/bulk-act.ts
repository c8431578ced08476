import type { OperationAction } from '../operations/operation-words';
import type { SessionRow } from './table/session-row';

/** What can be done with one session, or with many at once. */
export type BulkAct = OperationAction;

/** The sessions that an act is about, as they were when it was asked for. */
export type Subjects = readonly SessionRow[];

/** Above so many a confirmation wants the number typed. */
export const TYPED_ABOVE = 10;

export const idsOf = (sessions: Subjects): string[] => sessions.map(({ session_id }) => session_id);

/** `ada@example.org`, or `ada@example.org, bob and 10 others`. */
export const usersInWords = (sessions: Subjects): string => {
  const users = [...new Set(sessions.map(({ user_id }) => user_id))];
  if (users.length <= 3) return users.join(', ');
  return `${users.slice(0, 2).join(', ')} and ${users.length - 2} others`;
};
