import { draftOf, type ConfigDraft } from './config-changes';
import type { Config, Features } from './use-config';

/** A field of the form: `max_sessions`, `features.products`. */
export type FieldName = Exclude<keyof ConfigDraft, 'features'> | `features.${keyof Features}`;
export type FieldValue = number | string | boolean | null | readonly string[];

/** What this organiser made of a field, and what it was when they began. */
export interface Edit {
  readonly value: FieldValue;
  readonly from: FieldValue;
}

/** Fields that this organiser has touched; all others follow the server. */
export type Edits = Readonly<Partial<Record<FieldName, Edit>>>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const flat = ({ features, ...others }: ConfigDraft): Record<FieldName, FieldValue> =>
  Object.fromEntries([
    ...Object.entries(others),
    ...Object.entries(features).map(([name, value]) => [`features.${name}`, value]),
  ]) as Record<FieldName, FieldValue>;

export const valueIn = (config: Config, field: FieldName): FieldValue => flat(draftOf(config))[field];

const isFeature = (field: string): boolean => field.startsWith('features.');

/** The form's contents: the server's values with this organiser's over them. */
export const draftWith = (config: Config, edits: Edits): ConfigDraft => {
  const draft = draftOf(config);
  const values = Object.entries(edits).map(([field, { value }]) => [field, value] as const);
  const features = values.filter(([field]) => isFeature(field)).map(([field, value]) => [field.slice(9), value]);
  return {
    ...draft,
    ...Object.fromEntries(values.filter(([field]) => !isFeature(field))),
    features: { ...draft.features, ...Object.fromEntries(features) },
  };
};

const without = (edits: Edits, field: FieldName): Edits =>
  Object.fromEntries(Object.entries(edits).filter(([name]) => name !== field));

/** Goes back to the server's value, whatever it is by now. */
export const letGo = without;

/** A field that is what the server has counts as untouched. */
export const touch = (edits: Edits, config: Config, field: FieldName, value: FieldValue): Edits => {
  const current = valueIn(config, field);
  if (same(value, current)) return without(edits, field);
  return { ...edits, [field]: { value, from: edits[field]?.from ?? current } };
};

/**
 * What is left of the edits once `sent` are saved and the server has `saved`: what was touched again while that was under way. A field
 * that went back to what it was before by then is an edit now.
 */
export const afterSaving = (edits: Edits, sent: Edits, before: Config, saved: Config): Edits =>
  (Object.keys(sent) as FieldName[]).reduce<Edits>((left, field) => {
    const others = without(left, field);
    const value = edits[field] ? edits[field].value : valueIn(before, field);
    return same(value, sent[field]?.value) ? others : touch(others, saved, field, value);
  }, edits);

/** Stays with one's own value although another has changed the field meanwhile. */
export const insist = (edits: Edits, config: Config, field: FieldName): Edits => {
  const edit = edits[field];
  return edit ? { ...edits, [field]: { ...edit, from: valueIn(config, field) } } : edits;
};

/** Touched fields that another organiser has changed meanwhile, with what they are now. */
export const conflicts = (config: Config, edits: Edits): Partial<Record<FieldName, FieldValue>> => {
  const values = flat(draftOf(config));
  const fields = (Object.keys(edits) as FieldName[]).filter(
    (field) => !same(edits[field]?.from, values[field]) && !same(edits[field]?.value, values[field]),
  );
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
};
