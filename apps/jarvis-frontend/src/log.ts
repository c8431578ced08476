import type { Settings } from './settings';

const LEVELS = ['debug', 'info', 'warn', 'error'];
export type Log = (level: Settings['logLevel'], message: string, facts?: Record<string, unknown>) => void;

/** One JSON line per outcome on standard output, from `threshold` up. */
export const createLog =
  (threshold: Settings['logLevel']): Log =>
  (level, message, facts = {}) => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(threshold)) return;
    process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...facts })}\n`);
  };
