export type Log = (level: 'info' | 'warn' | 'error', message: string, facts?: Record<string, unknown>) => void;

/** One JSON line per outcome on standard output. */
export const log: Log = (level, message, facts = {}) =>
  void process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...facts })}\n`);
