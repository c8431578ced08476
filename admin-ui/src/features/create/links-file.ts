import { csvOf, formulaSafe } from './csv';
import type { RosterEntry } from './use-roster';

/** The links as a CSV file for a spreadsheet or a mail merge. */
export const linksFile = (entries: readonly RosterEntry[]): string =>
  csvOf([
    ['user_id', 'link', 'expires_at', 'session_id', 'reservation_id'],
    ...entries.map((entry) =>
      [entry.user_id, entry.link, entry.expires_at, entry.session_id ?? '', entry.reservation_id ?? ''].map(
        formulaSafe,
      ),
    ),
  ]);

/** The links as lines to paste: for whom, a tab, the link. */
export const linkLines = (entries: readonly RosterEntry[]): string =>
  entries.map(({ user_id: user, link }) => `${formulaSafe(user)}\t${link}\n`).join('');
