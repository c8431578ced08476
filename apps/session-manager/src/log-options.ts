import type { ConsoleLoggerOptions, LogLevel } from '@nestjs/common';
import type { Config } from '@app/config';

const LEVELS: readonly LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug'];
const COUNT: Record<Config['logLevel'], number> = { error: 2, warn: 3, info: 4, debug: 5 };

/** One JSON object a line, with the fields of an outcome beside its message. */
export const logOptions = (level: Config['logLevel']): ConsoleLoggerOptions => ({
  json: true,
  colors: false,
  flattenParams: true,
  logLevels: LEVELS.slice(0, COUNT[level]),
  redact: ['password', 'apiKey', 'token', 'authorization', 'accessCode', 'access_code', 'event_access_code'],
});
