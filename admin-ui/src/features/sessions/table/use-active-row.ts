import type { Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { SessionRow } from './session-row';

interface Options {
  readonly rows: readonly SessionRow[];
  readonly place: RefObject<HTMLElement | null>;
}

/**
 * The one row that the keyboard is on. It stays in the document wherever the table is scrolled to; when it goes, the focus goes to the row
 * that took its place, never back to the top of the page.
 */
export const useActiveRow = ({ rows, place }: Options) => {
  const [id, setId] = useState<string | null>(null);
  const last = useRef(0);
  const inside = useRef(false);
  const wanted = useRef<string | null>(null);
  const found = rows.findIndex((session) => session.session_id === id);
  const index = found === -1 ? Math.min(last.current, Math.max(0, rows.length - 1)) : found;
  const activeId = rows[index]?.session_id ?? null;

  useLayoutEffect(() => {
    last.current = index;
    const lost = inside.current && document.activeElement === document.body;
    const focus = wanted.current ?? (lost ? activeId : null);
    if (focus === null) return;
    const row = place.current?.querySelector<HTMLElement>(`[data-session="${CSS.escape(focus)}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });

  const focusAt = (to: number, { scrollToIndex }: Pick<Virtualizer<HTMLDivElement, Element>, 'scrollToIndex'>) => {
    const session = rows[to];
    if (!session) return;
    wanted.current = session.session_id;
    setId(session.session_id);
    scrollToIndex(to);
    // The same row again draws nothing anew.
    place.current
      ?.querySelector<HTMLElement>(`[data-session="${CSS.escape(session.session_id)}"]`)
      ?.focus({ preventScroll: true });
  };
  const onFocusWithin = (within: boolean) => {
    inside.current = within;
  };
  return { index, activeId, setId, focusAt, onFocusWithin };
};
