const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LEVELS)[number];
export type Log = (level: LogLevel, message: string, facts?: Record<string, unknown>) => void;

/** One JSON line per outcome on standard output, from `threshold` up. */
export const createLog =
  (threshold: LogLevel, sessionId: string, write = (line: string) => void process.stdout.write(line)): Log =>
  (level, message, facts = {}) => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(threshold)) return;
    write(`${JSON.stringify({ time: new Date().toISOString(), level, message, sessionId, ...facts })}\n`);
  };
