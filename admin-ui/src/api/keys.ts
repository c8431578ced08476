import type { QueryKey } from '@tanstack/react-query';

/** Under which key each answer lies in the query cache: the pages read there what the live stream writes there. */
export const keys = {
  dashboard: ['dashboard'],
  histories: ['history'],
  launches: (minutes: number) => ['history', 'launches', minutes],
  usage: (minutes: number) => ['history', 'usage', minutes],
  sessions: ['sessions'],
  activeSessions: ['sessions', 'active'],
  session: (id: string) => ['sessions', 'one', id],
  /** CPU and memory of each session by the newest reading: written by the stream alone. */
  sessionFigures: ['session-figures'],
  config: ['config'],
  pool: ['pool'],
  messages: ['messages'],
  volumes: ['volumes'],
  reservations: ['reservations'],
  audit: ['audit'],
  operations: ['operations'],
  operation: (id: string) => ['operations', id],
} as const satisfies Record<string, QueryKey | ((part: never) => QueryKey)>;
