import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useSessionFigures } from '../../live/use-session-figures';
import { useNow } from '../../shared/use-now';
import { findSessions } from './table/find-sessions';
import { holdOrder } from './table/hold-order';
import type { SessionRow } from './table/session-row';
import { sortSessions } from './table/sort-sessions';
import type { View } from './table/view';

const EXPIRY_CHECK_MS = 10_000;
const NO_FIGURES = {};

/** The sessions that a view shows, in its order; typing stays quick with thousands. While `hold` is called, nothing moves. */
export const useRows = (sessions: readonly SessionRow[], view: View) => {
  const figures = useSessionFigures();
  const now = useNow(EXPIRY_CHECK_MS);
  const words = useDeferredValue(view.words);
  const [held, hold] = useState(false);
  const { states, user, expiry, start, trouble, sort } = view;
  const found = useMemo(
    () => findSessions(sessions, { words, states, user, expiry, start, trouble, sort }, now),
    [sessions, words, states, user, expiry, start, trouble, sort, now],
  );
  const byFigures = sort.column === 'cpu' || sort.column === 'memory' ? figures : NO_FIGURES;
  const sorted = useMemo(() => sortSessions(found, sort, byFigures), [found, sort, byFigures]);
  const last = useRef(sorted);
  const rows = held ? holdOrder(last.current, sorted) : sorted;
  last.current = rows;
  return { rows, figures, hold };
};
