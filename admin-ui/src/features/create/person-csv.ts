import { csvOf } from './csv';

/** A person and what is known of them, while it is typed. `id` keeps the row of a pair. */
export interface PersonDraft {
  readonly userId: string;
  readonly hours: number | '';
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly id: number;
  readonly key: string;
  readonly value: string;
}

export interface PersonErrors {
  readonly userId?: string;
  readonly hours?: string;
  /** By the pair's id. */
  readonly pairs: Readonly<Record<number, string>>;
}

/** Columns of a roster that are no metadata. */
const TAKEN = new Set(['user_id', 'hours', 'count']);

const isEmpty = ({ key, value }: Pair): boolean => key.trim() === '' && value.trim() === '';

/** As the server compares the names of columns. */
const nameOf = ({ key }: Pair): string => key.trim().toLowerCase().replace(/\s+/g, '_');

const pairError = (pair: Pair, others: readonly Pair[]): string | undefined => {
  const name = nameOf(pair);
  if (name === '') return 'Name it, or empty the row';
  if (TAKEN.has(name)) return 'This name has a field of its own';
  return others.some((other) => nameOf(other) === name) ? 'This name is there twice' : undefined;
};

export const personErrors = ({ userId, hours, pairs }: PersonDraft): PersonErrors => {
  const wrong = pairs.flatMap((pair) => {
    const error = isEmpty(pair)
      ? undefined
      : pairError(
          pair,
          pairs.filter((other) => other.id !== pair.id),
        );
    return error ? [[pair.id, error] as const] : [];
  });
  return {
    ...(userId.trim() === '' ? { userId: 'Say who it is for' } : {}),
    ...(hours === '' || (hours >= 0.01 && hours <= 720) ? {} : { hours: 'From 0.01 to 720' }),
    pairs: Object.fromEntries(wrong),
  };
};

export const isValid = ({ pairs, ...fields }: PersonErrors): boolean =>
  Object.keys(fields).length === 0 && Object.keys(pairs).length === 0;

/** A roster of one row. The second column is there although it may be empty: it shows what separates columns. */
export const personCsv = ({ userId, hours, pairs }: PersonDraft): string => {
  const told = pairs.filter((pair) => !isEmpty(pair));
  return csvOf([
    ['user_id', 'hours', ...told.map(({ key }) => key.trim())],
    [userId.trim(), String(hours), ...told.map(({ value }) => value.trim())],
  ]);
};
