import { many } from '../../shared/format';
import type { RosterCheck } from './use-roster';

/** What the check says in one line, and whether it is good news. */
export const checkWords = ({ rows, bad_rows: bad, sessions, available }: RosterCheck) => {
  const over = sessions - available;
  return {
    needs: `${many(sessions, 'place')} needed, ${available} free`,
    rows:
      bad.length === 0
        ? `${many(rows.length, 'row')} understood`
        : `${many(rows.length, 'row')} understood, ${many(bad.length, 'bad one')}`,
    over: over > 0 ? `${many(over, 'place')} too few: rows at the end would be refused.` : null,
  };
};

/** The button's words: what a click makes. */
export const orderWords = (mode: 'create' | 'reserve', sessions: number): string =>
  mode === 'create' ? `Create ${many(sessions, 'session')}` : `Reserve ${many(sessions, 'place')}`;
