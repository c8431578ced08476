import type { Config } from './use-config';

const VALUES = {
  max_sessions: 150,
  max_sessions_per_user: 5,
  session_ttl_hours: 24,
  event_access_code: null,
  features: {
    log_generation: true,
    destinations: true,
    scenarios: ['all'],
    products: ['all'],
    max_events: null,
    rate_limit: null,
  },
};

/** A configuration that nobody has changed, for tests. */
export const aConfig = (changes: Partial<Config> = {}): Config => ({
  ...VALUES,
  sources: {
    max_sessions: 'environment',
    max_sessions_per_user: 'default',
    session_ttl_hours: 'default',
    event_access_code: 'default',
    features: 'default',
  },
  base: VALUES,
  rollout: { active: 0, applied: 0, pending: [] },
  public_url: 'https://jarvis.example',
  egress: { mode: 'open', networks: [], warnings: [] },
  ...changes,
});
