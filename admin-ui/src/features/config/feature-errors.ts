import type { Features } from './use-config';

export const SWITCHES = [
  { name: 'log_generation', label: 'Generate logs', about: 'Attendees may generate and send events.' },
  { name: 'destinations', label: 'Destinations', about: 'Attendees may create, change and delete destinations.' },
] as const;

/** The limits on events: empty is no limit. */
export const LIMITS = [
  {
    name: 'max_events',
    label: 'Most events in total',
    about: 'How many events a session may send. Empty is no limit.',
    least: 0,
    most: 1_000_000_000,
  },
  {
    name: 'rate_limit',
    label: 'Events per second',
    about: 'Over all that a session sends at once. Empty is no limit.',
    least: 1,
    most: 1_000_000,
  },
] as const;

export const LISTS = [
  {
    name: 'scenarios',
    label: 'Scenarios',
    about: 'Which scenarios may run: their ids, custom for those that attendees write, or all.',
  },
  {
    name: 'products',
    label: 'Products',
    about: 'Which products may be used: ids or vendors such as sentinelone, or all.',
  },
] as const;

export type FeatureErrors = Partial<Record<keyof Features, string>>;

const listError = (name: string, list: readonly string[]): string | undefined => {
  if (list.length === 0) return `Name at least one of the ${name}, or write all`;
  return list.includes('all') && list.length > 1 ? 'Take the others away, or take “all” away' : undefined;
};

const limitError = (limit: number | null, { least, most }: (typeof LIMITS)[number]): string | undefined =>
  limit === null || (Number.isInteger(limit) && limit >= least && limit <= most)
    ? undefined
    : `Empty, or a whole number from ${least} to ${most}`;

/** What is wrong with the features: a list names something, `all` stands alone, limits are whole numbers. */
export const featureErrors = (features: Features): FeatureErrors => {
  const errors: FeatureErrors = {};
  for (const { name } of LISTS) {
    const error = listError(name, features[name]);
    if (error) errors[name] = error;
  }
  for (const rule of LIMITS) {
    const error = limitError(features[rule.name], rule);
    if (error) errors[rule.name] = error;
  }
  return errors;
};

/** The server's messages about features, by field. */
export const refusedFeatures = (messageFor: (field: string) => string | undefined): FeatureErrors => {
  const errors: FeatureErrors = {};
  for (const { name } of [...SWITCHES, ...LISTS, ...LIMITS]) {
    const message = messageFor(`features.${name}`);
    if (message) errors[name] = message;
  }
  return errors;
};
