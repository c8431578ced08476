import { NUMBERS } from './config-changes';
import { LIMITS, LISTS, SWITCHES } from './feature-errors';

const LABELS = new Map<string, string>([
  ['event_access_code', 'Access code'],
  ...NUMBERS.map(({ name, label }) => [name, label] as const),
  ...[...SWITCHES, ...LISTS, ...LIMITS].map(({ name, label }) => [`features.${name}`, label] as const),
]);

/** A setting as the form calls it: `max_sessions` is “Sessions at once”. */
export const settingLabel = (name: string): string => LABELS.get(name) ?? LABELS.get(`features.${name}`) ?? name;

/** A setting's value in words. */
export const valueWords = (value: unknown): string => {
  if (value === null || value === undefined) return 'no limit';
  if (value === '') return 'none';
  if (typeof value === 'number') return value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (Array.isArray(value)) return value.map(valueWords).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

export interface Change {
  readonly name: string;
  readonly from: unknown;
  readonly to: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The changes that an entry of the audit trail tells of. */
export const changesIn = (detail: Record<string, unknown>): Change[] =>
  isRecord(detail.changes)
    ? Object.entries(detail.changes)
        .filter((entry): entry is [string, Record<string, unknown>] => isRecord(entry[1]))
        .map(([name, { from, to }]) => ({ name, from, to }))
    : [];

/** `Sessions at once: 150 → 80`. */
export const changeWords = ({ name, from, to }: Change): string => {
  const same = JSON.stringify(from) === JSON.stringify(to);
  return same
    ? `${settingLabel(name)}: ${valueWords(to)}, now decided anew`
    : `${settingLabel(name)}: ${valueWords(from)} → ${valueWords(to)}`;
};
