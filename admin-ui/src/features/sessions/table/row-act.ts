import type { SessionRow } from './session-row';

/** What can be done with a row of the table. */
export type RowAct =
  'details' | 'open' | 'extend' | 'restart' | 'rotate' | 'terminate' | 'user' | 'select' | 'select-range';
export type OnRow = (act: RowAct, session: SessionRow) => void;
