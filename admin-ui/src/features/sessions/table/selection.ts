import type { SessionRow } from './session-row';

/** The ids of the selected sessions. */
export type Selection = ReadonlySet<string>;

export const toggled = (selection: Selection, id: string): Selection => {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
};

/** The selection with all from one row to another (either may be above), in the order that is shown. */
export const withRange = (
  selection: Selection,
  shown: readonly SessionRow[],
  from: string | null,
  to: string,
): Selection => {
  const ends = [from ?? to, to].map((id) => shown.findIndex(({ session_id }) => session_id === id));
  if (ends.includes(-1)) return new Set([...selection, to]);
  const range = shown.slice(Math.min(...ends), Math.max(...ends) + 1);
  return new Set([...selection, ...range.map(({ session_id }) => session_id)]);
};

/** The selection without sessions that are gone; the same object when none is. */
export const stillThere = (selection: Selection, sessions: readonly SessionRow[]): Selection => {
  if (selection.size === 0) return selection;
  const ids = new Set(sessions.map(({ session_id }) => session_id));
  const rest = [...selection].filter((id) => ids.has(id));
  return rest.length === selection.size ? selection : new Set(rest);
};

/** Whether all, some or none of what is shown is selected. */
export const coverage = (selection: Selection, shown: readonly SessionRow[]): 'all' | 'some' | 'none' => {
  const count = shown.reduce((sum, { session_id }) => sum + Number(selection.has(session_id)), 0);
  if (count === 0) return 'none';
  return count === shown.length ? 'all' : 'some';
};

/** All that is shown selected as well, or none of it any more when all of it was. */
export const withAllToggled = (selection: Selection, shown: readonly SessionRow[]): Selection => {
  const ids = shown.map(({ session_id }) => session_id);
  if (coverage(selection, shown) !== 'all') return new Set([...selection, ...ids]);
  const next = new Set(selection);
  for (const id of ids) next.delete(id);
  return next;
};
