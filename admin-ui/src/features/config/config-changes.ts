import { codeFault } from './access-code';
import { featureErrors, type FeatureErrors } from './feature-errors';
import type { Config, ConfigChanges, Features } from './use-config';

/** The numbers of the global configuration, with what each does and what it may be. */
export const NUMBERS = [
  {
    name: 'max_sessions',
    label: 'Sessions at once',
    about: 'How many sessions the platform runs. The next attendee is told that it is full. Running sessions stay.',
    unit: 'sessions',
    least: 0,
    most: 10_000,
    whole: true,
  },
  {
    name: 'max_sessions_per_user',
    label: 'Sessions per user',
    about: 'How many sessions one user may have at once.',
    unit: 'sessions',
    least: 1,
    most: 1000,
    whole: true,
  },
  {
    name: 'session_ttl_hours',
    label: 'Lifetime in hours',
    about: 'How long a new session lasts, and how far its owner may extend it. Running sessions keep their expiry.',
    unit: 'hours',
    least: 0.01,
    most: 720,
    whole: false,
  },
] as const;

export type NumberName = (typeof NUMBERS)[number]['name'];

/** The form's contents; a number is empty while it is being typed. */
export interface ConfigDraft extends Record<NumberName, number | ''> {
  /** Empty is none. */
  event_access_code: string;
  features: Features;
}

export type ConfigErrors = Partial<Record<NumberName | 'event_access_code', string>> & FeatureErrors;

const numberError = (value: number | '', { least, most, whole }: (typeof NUMBERS)[number]): string | undefined => {
  const fits = value !== '' && value <= most && value >= least && (!whole || Number.isInteger(value));
  if (fits) return undefined;
  return whole ? `A whole number from ${least} to ${most}` : `From ${least} to ${most}`;
};

export const configErrors = (draft: ConfigDraft): ConfigErrors => {
  const errors: ConfigErrors = featureErrors(draft.features);
  for (const rule of NUMBERS) {
    const error = numberError(draft[rule.name], rule);
    if (error) errors[rule.name] = error;
  }
  const fault = codeFault(draft.event_access_code);
  if (fault) errors.event_access_code = fault;
  return errors;
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What differs between the configuration and a valid draft of it: only that is sent. */
export const configChanges = (config: Config, draft: ConfigDraft): ConfigChanges => {
  const changes: ConfigChanges = {};
  for (const { name } of NUMBERS) {
    const value = draft[name];
    if (value !== '' && value !== config[name]) changes[name] = value;
  }
  const code = draft.event_access_code || null;
  if (code !== config.event_access_code) changes.event_access_code = code;
  const features = Object.fromEntries(
    Object.entries(draft.features).filter(([name, value]) => !same(value, config.features[name as keyof Features])),
  );
  return Object.keys(features).length > 0 ? { ...changes, features } : changes;
};

export const draftOf = (config: Config): ConfigDraft => ({
  max_sessions: config.max_sessions,
  max_sessions_per_user: config.max_sessions_per_user,
  session_ttl_hours: config.session_ttl_hours,
  event_access_code: config.event_access_code ?? '',
  features: config.features,
});
