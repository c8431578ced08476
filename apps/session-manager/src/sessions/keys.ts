/** The names of the platform's keys in Redis. */
export const KEYS = {
  session: (id: string) => `session:${id}`,
  expiry: 'sessions:expiry',
  user: (userId: string) => `sessions:user:${userId}`,
  /** Owner's token hash → session id. */
  tokens: 'sessions:tokens',
  history: 'sessions:history',
  historyOrder: 'sessions:history:order',
  globalConfig: 'config:global',
  sessionConfig: (id: string) => `config:session:${id}`,
  idempotency: (hash: string) => `idempotency:${hash}`,
} as const;

/** The channel on which every change of a session is published. */
export const EVENTS_CHANNEL = 'events';
