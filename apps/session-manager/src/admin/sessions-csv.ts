import { unparse } from 'papaparse';
import type { AdminSessionRowDto } from './admin.dto';

const COLUMNS = [
  'session_id',
  'user_id',
  'status',
  'created_at',
  'expires_at',
  'frontend',
  'backend',
  'warm',
  'error',
] as const;

/** The rows for a spreadsheet, which takes nothing that an attendee wrote for a formula. Secrets are not among them. */
export function sessionsCsv(rows: readonly AdminSessionRowDto[]): string {
  const lines = rows.map(({ containers: { frontend, backend }, ...row }) => {
    const line = { ...row, frontend, backend };
    return COLUMNS.map((column) => line[column]);
  });
  return `${unparse([[...COLUMNS], ...lines], { escapeFormulae: true })}\r\n`;
}
