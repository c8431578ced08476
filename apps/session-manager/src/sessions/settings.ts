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

/** What applies to the whole platform at this moment. */
export interface Settings {
  readonly max_sessions: number;
  readonly max_sessions_per_user: number;
  readonly session_ttl_hours: number;
  readonly features: Features;
}

export type LimitName = 'max_sessions' | 'max_sessions_per_user' | 'session_ttl_hours';
export const LIMIT_NAMES: readonly LimitName[] = ['max_sessions', 'max_sessions_per_user', 'session_ttl_hours'];

/** A limit that an admin set, with the environment's value that it was set over. */
interface SetLimit {
  readonly value: number;
  readonly base: number;
}

/** `config:global`: only what an admin set. */
export type StoredSettings = { readonly [K in LimitName]?: SetLimit } & { readonly features?: Partial<Features> };

export type Source = 'admin' | 'environment' | 'default';

const environmentLimits = ({ sessions }: Config): Record<LimitName, number> => ({
  max_sessions: sessions.maxTotal,
  max_sessions_per_user: sessions.maxPerUser,
  session_ttl_hours: sessions.ttlHours,
});

/**
 * The settings in force. The latest decision wins: an admin's value holds until the environment's value that it replaced
 * changes, so an operator who appends `MAX_TOTAL_SESSIONS=50` to `.env` and restarts gets 50.
 */
export function effectiveSettings(config: Config, stored: StoredSettings): Settings {
  const environment = environmentLimits(config);
  const limit = (name: LimitName) => (isSet(stored, name, environment) ? stored[name]!.value : environment[name]);
  return {
    max_sessions: limit('max_sessions'),
    max_sessions_per_user: limit('max_sessions_per_user'),
    session_ttl_hours: limit('session_ttl_hours'),
    features: { ...DEFAULT_FEATURES, ...stored.features },
  };
}

/** Where each setting comes from. */
export function settingSources(config: Config, stored: StoredSettings): Record<LimitName | 'features', Source> {
  const environment = environmentLimits(config);
  const { maxTotal, maxPerUser, ttlHours } = config.sessions.sources;
  const source = (name: LimitName, below: Source) => (isSet(stored, name, environment) ? 'admin' : below);
  return {
    max_sessions: source('max_sessions', maxTotal),
    max_sessions_per_user: source('max_sessions_per_user', maxPerUser),
    session_ttl_hours: source('session_ttl_hours', ttlHours),
    features: stored.features === undefined ? 'default' : 'admin',
  };
}

/** What is stored after an admin changed some settings; the others stay as they are. */
export function changedSettings(
  config: Config,
  stored: StoredSettings,
  change: Partial<Omit<Settings, 'features'>> & { features?: Partial<Features> },
): StoredSettings {
  const environment = environmentLimits(config);
  const limits = LIMIT_NAMES.flatMap((name) => {
    const value = change[name];
    return value === undefined ? [] : [[name, { value, base: environment[name] }] as const];
  });
  return {
    ...stored,
    ...Object.fromEntries(limits),
    ...(change.features === undefined ? {} : { features: { ...stored.features, ...change.features } }),
  };
}

const isSet = (stored: StoredSettings, name: LimitName, environment: Record<LimitName, number>): boolean =>
  stored[name]?.base === environment[name];
