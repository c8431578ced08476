import type { Config } from '@app/config';

/** What an attendee may do in an instance. `scenarios` and `products` hold ids, vendors, or `all`. */
export interface Features {
  readonly log_generation: boolean;
  readonly destinations: boolean;
  readonly scenarios: readonly string[];
  readonly products: readonly string[];
  /** Events that a session may send in total; null is no limit. */
  readonly max_events: number | null;
  /** Events per second over all sends of a session; null is no limit. */
  readonly rate_limit: number | null;
}

export const DEFAULT_FEATURES: Features = {
  log_generation: true,
  destinations: true,
  scenarios: ['all'],
  products: ['all'],
  max_events: null,
  rate_limit: null,
};

/** What the environment says and an admin may set over it. */
interface Overridable {
  readonly max_sessions: number;
  readonly max_sessions_per_user: number;
  readonly session_ttl_hours: number;
  /** What attendees show to launch an instance; null is nothing. Only admins may see it. */
  readonly event_access_code: string | null;
}

/** What applies to the whole platform at this moment. */
export interface Settings extends Overridable {
  readonly features: Features;
}

export type SettingName = keyof Overridable;
export const SETTING_NAMES: readonly SettingName[] = [
  'max_sessions',
  'max_sessions_per_user',
  'session_ttl_hours',
  'event_access_code',
];

/** `config:global`: only what an admin set, with the environment's value that it was set over. */
export type StoredSettings = {
  readonly [K in SettingName]?: { readonly value: Overridable[K]; readonly base: Overridable[K] };
} & { readonly features?: Partial<Features> };

export type Source = 'admin' | 'environment' | 'default';

/** What an admin sets, and what goes back to what holds without admins. */
export type SettingsChange = Partial<Omit<Settings, 'features'>> & {
  readonly features?: Partial<Features>;
  readonly reset?: readonly (SettingName | 'features')[];
};

/** What an admin sets for one session, and what goes back to the platform's. */
export interface FeaturesChange {
  readonly features: Partial<Features>;
  readonly reset?: readonly (keyof Features)[];
}

/** For the audit trail: what was in force before and after, by the setting's name; never a secret itself. */
export type Changes = Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;

const environmentSettings = ({ sessions }: Config): Overridable => ({
  max_sessions: sessions.maxTotal,
  max_sessions_per_user: sessions.maxPerUser,
  session_ttl_hours: sessions.ttlHours,
  event_access_code: sessions.accessCode ?? null,
});

/**
 * The settings in force. The latest decision wins: an admin's value holds until the environment's value that it replaced
 * changes, so an operator who appends `MAX_TOTAL_SESSIONS=50` to `.env` and restarts gets 50.
 */
export function effectiveSettings(config: Config, stored: StoredSettings): Settings {
  const environment = environmentSettings(config);
  const inForce = <K extends SettingName>(name: K): Overridable[K] =>
    isSet(stored, name, environment) ? (stored[name]!.value as Overridable[K]) : environment[name];
  return {
    max_sessions: inForce('max_sessions'),
    max_sessions_per_user: inForce('max_sessions_per_user'),
    session_ttl_hours: inForce('session_ttl_hours'),
    event_access_code: inForce('event_access_code'),
    features: { ...DEFAULT_FEATURES, ...stored.features },
  };
}

/** Where each setting comes from. */
export function settingSources(config: Config, stored: StoredSettings): Record<SettingName | 'features', Source> {
  const environment = environmentSettings(config);
  const { maxTotal, maxPerUser, ttlHours, accessCode } = config.sessions.sources;
  const source = (name: SettingName, below: Source) => (isSet(stored, name, environment) ? 'admin' : below);
  return {
    max_sessions: source('max_sessions', maxTotal),
    max_sessions_per_user: source('max_sessions_per_user', maxPerUser),
    session_ttl_hours: source('session_ttl_hours', ttlHours),
    event_access_code: source('event_access_code', accessCode),
    features: Object.keys(stored.features ?? {}).length === 0 ? 'default' : 'admin',
  };
}

/** What is stored after an admin changed or reset some settings; the others stay as they are. */
export function changedSettings(
  config: Config,
  stored: StoredSettings,
  { reset = [], ...change }: SettingsChange,
): StoredSettings {
  const environment = environmentSettings(config);
  const settings = SETTING_NAMES.flatMap((name) => {
    const value = change[name];
    return value === undefined ? [] : [[name, { value, base: environment[name] }] as const];
  });
  return without(reset, {
    ...stored,
    ...Object.fromEntries(settings),
    ...(change.features === undefined ? {} : { features: { ...stored.features, ...change.features } }),
  });
}

/** What is stored of a session's own features after a change. */
export const changedFeatures = (own: Partial<Features>, { features, reset = [] }: FeaturesChange): Partial<Features> =>
  without(reset, { ...own, ...features });

/**
 * How each setting went from one value to another, by its name, `max_sessions` or `features.rate_limit`. One that an admin set, or reset,
 * to the value that it had is named too: whose decision it is has changed. Of the access code only whether there is one is told.
 */
export function settingsChanges(config: Config, before: StoredSettings, after: StoredSettings): Changes {
  const environment = environmentSettings(config);
  const entries = (stored: StoredSettings) => {
    const settings = effectiveSettings(config, stored);
    return [
      ...SETTING_NAMES.map((name) => [name, settings[name], isSet(stored, name, environment)] as const),
      ...featureEntries(settings.features, stored.features ?? {}),
    ];
  };
  const changes = differences(entries(before), entries(after));
  const { event_access_code: code } = changes;
  return code === undefined ? changes : { ...changes, event_access_code: withoutSecrets(code) };
}

/** A change of a secret: `none`, `set`, or `set anew` where one took another's place. */
const withoutSecrets = ({ from, to }: Changes[string]): Changes[string] => {
  const word = (value: unknown) => (value === null ? 'none' : 'set');
  return { from: word(from), to: from !== null && to !== null && from !== to ? 'set anew' : word(to) };
};

/** The same of a session's own features over the platform's. */
export const featureChanges = (platform: Features, before: Partial<Features>, after: Partial<Features>): Changes =>
  differences(featureEntries({ ...platform, ...before }, before), featureEntries({ ...platform, ...after }, after));

const isSet = (stored: StoredSettings, name: SettingName, environment: Overridable): boolean =>
  stored[name]?.base === environment[name];

type Entry = readonly [name: string, value: unknown, isSet: boolean];

const featureEntries = (features: Features, own: Partial<Features>): Entry[] =>
  Object.entries(features).map(([name, value]) => [`features.${name}`, value, Object.hasOwn(own, name)]);

const differences = (before: readonly Entry[], after: readonly Entry[]): Changes =>
  Object.fromEntries(
    after.flatMap((entry, i) => {
      const [name, to] = entry;
      return JSON.stringify(entry) === JSON.stringify(before[i]) ? [] : [[name, { from: before[i]?.[1], to }]];
    }),
  );

const without = <T extends object>(names: readonly (keyof T)[], value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name as keyof T))) as T;
