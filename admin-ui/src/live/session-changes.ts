import type { ActiveSessions, SessionRow } from './events';

/** The newest row of each session that changed; null for one that is gone. */
export type SessionChanges = ReadonlyMap<string, SessionRow | null>;

/** The list with the changes in it: known sessions keep their place, new ones come last. Rows that did not change are the same objects. */
export const withChanges = (list: ActiveSessions, changes: SessionChanges): ActiveSessions => {
  if (changes.size === 0) return list;
  const known = new Set<string>();
  const sessions: SessionRow[] = [];
  for (const row of list.sessions) {
    known.add(row.session_id);
    const change = changes.get(row.session_id);
    if (change !== null) sessions.push(change ?? row);
  }
  for (const [id, row] of changes) {
    if (row !== null && !known.has(id)) sessions.push(row);
  }
  return { ...list, sessions, total: sessions.length };
};
