import { hasTrouble } from './find-sessions';
import type { FiguresById, SessionRow, SessionState } from './session-row';
import type { Sort } from './view';

const inWords = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const STATE_ORDER: readonly SessionState[] = ['failed', 'creating', 'stopping', 'active', 'ended'];

/** By what a session is sorted: texts as people read them, numbers by size; null, which is not known, always comes last. */
const keyOf = (session: SessionRow, { column }: Sort, figures: FiguresById): string | number | null => {
  switch (column) {
    case 'user':
      return session.user_id;
    case 'session':
      return session.session_id;
    case 'state':
      return STATE_ORDER.indexOf(session.status) * 101 + session.progress.percent;
    case 'containers':
      return (hasTrouble(session) ? 0 : 10) + Object.keys(session.containers).length;
    case 'started':
      return Date.parse(session.created_at);
    case 'expires':
      return Date.parse(session.expires_at);
    case 'cpu':
      return figures[session.session_id]?.cpu_percent ?? null;
    case 'memory':
      return figures[session.session_id]?.memory_bytes ?? null;
  }
};

type Key = string | number | null;
const compare = (a: Key, b: Key): number =>
  typeof a === 'string' && typeof b === 'string' ? inWords.compare(a, b) : Number(a) - Number(b);

/** The sessions in the order of one column; equal ones by their id, so that the order is the same each time. */
export const sortSessions = (
  sessions: readonly SessionRow[],
  sort: Sort,
  figures: FiguresById,
): readonly SessionRow[] => {
  const sign = sort.descending ? -1 : 1;
  return sessions
    .map((session) => ({ session, key: keyOf(session, sort, figures) }))
    .toSorted((a, b) => {
      const unknown = Number(a.key === null) - Number(b.key === null);
      if (unknown !== 0) return unknown;
      return sign * compare(a.key, b.key) || (a.session.session_id < b.session.session_id ? -1 : 1);
    })
    .map(({ session }) => session);
};
