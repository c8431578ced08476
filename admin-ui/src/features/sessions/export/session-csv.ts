import { csvOf, formulaSafe } from '../../create/csv';
import type { FiguresById, SessionRow } from '../table/session-row';

const HEAD = [
  'session_id',
  'user_id',
  'status',
  'frontend',
  'backend',
  'warm',
  'created_at',
  'expires_at',
  'cpu_percent',
  'memory_bytes',
  'error',
];

/** Sessions as the table shows them, in its order, for a spreadsheet. */
export const sessionCsv = (sessions: readonly SessionRow[], figures: FiguresById): string =>
  csvOf([
    HEAD,
    ...sessions.map((session) => {
      const taken = figures[session.session_id];
      return [
        session.session_id,
        formulaSafe(session.user_id),
        session.status,
        session.containers.frontend ?? '',
        session.containers.backend ?? '',
        String(session.warm),
        session.created_at,
        session.expires_at,
        String(taken?.cpu_percent ?? ''),
        String(taken?.memory_bytes ?? ''),
        formulaSafe(session.error ?? ''),
      ];
    }),
  ]);
