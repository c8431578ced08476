import { many } from '../../shared/format';
import type { RosterResult } from './use-roster';

/** What was made, in one line. */
export const resultWords = ({ mode, entries, refused }: RosterResult): string => {
  const single = entries.length === 1 && refused.length === 0 ? entries[0] : undefined;
  if (single) return mode === 'create' ? `A session for ${single.user_id}` : `A place for ${single.user_id}`;
  const made =
    mode === 'create' ? `${many(entries.length, 'session')} created` : `${many(entries.length, 'place')} reserved`;
  return refused.length === 0 ? made : `${made}, ${many(refused.length, 'row')} refused`;
};
