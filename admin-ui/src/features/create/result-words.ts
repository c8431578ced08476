import type { RosterResult } from './use-roster';

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What was made, in one line. */
export const resultWords = ({ mode, entries, refused }: RosterResult): string => {
  const single = entries.length === 1 && refused.length === 0 ? entries[0] : undefined;
  if (single) return mode === 'create' ? `A session for ${single.user_id}` : `A place for ${single.user_id}`;
  const made =
    mode === 'create' ? `${plural(entries.length, 'session')} created` : `${plural(entries.length, 'place')} reserved`;
  return refused.length === 0 ? made : `${made}, ${plural(refused.length, 'row')} refused`;
};
