import { dataOf } from '@jarvis/client';
import { patientClient } from '../../../api/client';
import { saveCsv } from '../../../shared/save-file';
import type { FiguresById, SessionRow } from '../table/session-row';
import { sessionCsv } from './session-csv';

const MARK = '\u{FEFF}';

/** All sessions, as the server writes them. */
export const saveAllSessions = async (): Promise<void> => {
  const csv = await dataOf(patientClient.GET('/api/admin/sessions/export', { parseAs: 'text' }));
  saveCsv('jarvis-sessions.csv', csv.startsWith(MARK) ? csv.slice(1) : csv);
};

/** Some sessions, as the table shows them. */
export const saveTheseSessions = (sessions: readonly SessionRow[], figures: FiguresById): void =>
  saveCsv('jarvis-sessions-selected.csv', sessionCsv(sessions, figures));
