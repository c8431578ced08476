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
  /** What the organisers tell everybody: message id → JSON. */
  messages: 'messages',
  idempotency: (hash: string) => `idempotency:${hash}`,
  /** When the last sessions ended (ms), newest first: what the waiting room's estimate goes by. */
  ends: 'sessions:ends',
  /** A warm instance's record. */
  poolInstance: (id: string) => `pool:instance:${id}`,
  /** Warm instances that are starting or ready: with the sessions they stay within the cap. */
  poolAll: 'pool:all',
  /** Ready ones by the time they became so. */
  poolReady: 'pool:ready',
  /** Those that are being removed. */
  poolRetiring: 'pool:retiring',
  poolConfig: 'pool:config',
  poolBackoff: 'pool:backoff',
  /** Tickets by their number. */
  line: 'waiting:line',
  lineNumber: 'waiting:seq',
  ticket: (id: string) => `waiting:ticket:${id}`,
  /** When the holder of a ticket was last there (ms). */
  ticketsSeen: 'waiting:seen',
  userTickets: (userId: string) => `waiting:user:${userId}`,
  /** What became of each launch. */
  launches: 'launches',
  /** Readings of the whole platform, of the last one's instances, and of one instance by the length of the time between them. */
  usagePlatform: 'usage:platform',
  usageLatest: 'usage:latest',
  usageInstance: (id: string) => `usage:instance:${id}`,
  usageInstanceCoarse: (id: string) => `usage:instance:${id}:coarse`,
  /** There while no reading is due. */
  usagePause: 'usage:pause',
  /** Kept places by when they are given up (ms). */
  reservations: 'reservations',
  reservation: (id: string) => `reservation:${id}`,
  /** Token hash → id of the reservation. */
  reservationTokens: 'reservations:tokens',
  /** A user's kept places, like `reservations`. */
  userReservations: (userId: string) => `reservations:user:${userId}`,
  /** The session that a reservation has become, by its token's hash. */
  claimedReservation: (tokenHash: string) => `reservations:claimed:${tokenHash}`,
} as const;

/** The channel on which every change of a session is published. */
export const EVENTS_CHANNEL = 'events';
