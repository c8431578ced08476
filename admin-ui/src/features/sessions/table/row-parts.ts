import type { Ref } from 'react';
import type { OnRow } from './row-act';
import type { FiguresById, SessionRow } from './session-row';

/** What a row or a card is drawn from. */
export interface RowProps {
  readonly session: SessionRow;
  readonly figures: FiguresById[string] | undefined;
  readonly selected: boolean;
  /** Its place in what is shown, from 0. */
  readonly index: number;
  readonly onRow: OnRow;
  readonly onMenu: (opened: boolean) => void;
}

/** Where the focus can be brought back to. */
export interface RowsHandle {
  readonly focusRow: (id: string) => void;
}

/** What the table and the cards are drawn from. */
export interface RowsProps {
  readonly rows: readonly SessionRow[];
  readonly figures: FiguresById;
  readonly selection: ReadonlySet<string>;
  readonly onRow: OnRow;
  readonly onMenu: (opened: boolean) => void;
  readonly handle: Ref<RowsHandle>;
}

/** Whether a click meant a row rather than something in it. */
export const isOnRow = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a, button, input, label') === null;
