import type { SessionFigures, SessionRow } from '../../../live/events';

export type { SessionRow };
export type SessionState = SessionRow['status'];

/** What sessions take of the host, by session id; a session is absent until there was a reading. */
export type FiguresById = Readonly<Record<string, SessionFigures>>;
