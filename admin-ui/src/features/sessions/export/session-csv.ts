import type { FiguresById, SessionRow } from '../table/session-row';
import { toCsv } from './csv';

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

/** Sessions as the table shows them, in its order. */
export const sessionCsv = (sessions: readonly SessionRow[], figures: FiguresById): string =>
  toCsv(
    HEAD,
    sessions.map((session) => {
      const taken = figures.get(session.session_id);
      return [
        session.session_id,
        session.user_id,
        session.status,
        session.containers.frontend ?? null,
        session.containers.backend ?? null,
        session.warm,
        session.created_at,
        session.expires_at,
        taken?.cpu_percent ?? null,
        taken?.memory_bytes ?? null,
        session.error,
      ];
    }),
  );
