import type { RosterCheck } from './use-roster';

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** What the check says in one line, and whether it is good news. */
export const checkWords = ({ rows, bad_rows: bad, sessions, available }: RosterCheck) => {
  const over = sessions - available;
  return {
    needs: `${plural(sessions, 'place')} needed, ${available} free`,
    rows:
      bad.length === 0
        ? `${plural(rows.length, 'row')} understood`
        : `${plural(rows.length, 'row')} understood, ${plural(bad.length, 'bad one')}`,
    over: over > 0 ? `${plural(over, 'place')} too few: rows at the end would be refused.` : null,
  };
};

/** The button's words: what a click makes. */
export const orderWords = (mode: 'create' | 'reserve', sessions: number): string =>
  mode === 'create' ? `Create ${plural(sessions, 'session')}` : `Reserve ${plural(sessions, 'place')}`;
