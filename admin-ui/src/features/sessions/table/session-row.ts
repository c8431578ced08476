import type { components } from '../../../api/schema';

/** A session in the table. */
export type SessionRow = components['schemas']['AdminSessionRowDto'];
export type SessionState = SessionRow['status'];

/** What a session takes of the host, by its id; absent until there was a reading. */
export type Figures = Pick<components['schemas']['SessionFiguresDto'], 'cpu_percent' | 'memory_bytes'>;
export type FiguresById = ReadonlyMap<string, Figures>;
