import type { LogLine } from './log-lines';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

const LEVELS: Readonly<Record<string, LogLevel>> = {
  trace: 'debug',
  debug: 'debug',
  verbose: 'debug',
  info: 'info',
  log: 'info',
  notice: 'info',
  warn: 'warn',
  warning: 'warn',
  error: 'error',
  err: 'error',
  critical: 'error',
  fatal: 'error',
};
const NAMES = Object.keys(LEVELS).join('|');
/** `"level":"warn"` and `level=warn`, as structured logs say it. */
const NAMED = new RegExp(`"?\\b(?:level|severity|lvl)"?\\s*[:=]\\s*"?(${NAMES})\\b`, 'i');
/** `WARN …`, `[error] …`, `2026-11-25T09:00:00Z INFO …`: capitals or brackets near the beginning, so that prose does not count. */
const BARE = new RegExp(`^.{0,40}?(?:\\[\\s*(${NAMES})\\s*\\]|\\b(${NAMES.toUpperCase()})\\b)`);
const BRACKETED = new RegExp(`^.{0,40}?\\[\\s*(${NAMES})\\s*\\]`, 'i');

/** The level that a line names; null where it names none. */
export const levelOf = ({ text }: Pick<LogLine, 'text'>): LogLevel | null => {
  const found = NAMED.exec(text) ?? BRACKETED.exec(text) ?? BARE.exec(text);
  const name = found?.slice(1).find((part) => part !== undefined);
  return name === undefined ? null : (LEVELS[name.toLowerCase()] ?? null);
};
