import * as z from 'zod/mini';
import { _default as withDefault } from 'zod/mini';
import './validation';

const flag = z.pipe(
  withDefault(z.enum(['true', 'false', '1', '0', '']), 'false'),
  z.transform((text) => text === 'true' || text === '1'),
);

const environment = z.object({
  SESSION_ID: withDefault(z.string(), 'local'),
  USER_ID: withDefault(z.string(), ''),
  API_KEY: withDefault(z.string(), ''),
  DISABLE_AUTH: flag,
  PORT: withDefault(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535)), 8000),
  HOST: withDefault(z.string().check(z.minLength(1)), '0.0.0.0'),
  DATA_DIR: withDefault(z.string().check(z.minLength(1)), '/app/data'),
  EVENT_GENERATORS_DIR: withDefault(z.string().check(z.minLength(1)), '/Backend/event_generators'),
  PARSERS_DIR: withDefault(z.string().check(z.minLength(1)), '/Backend/parsers'),
  LOG_LEVEL: withDefault(z.enum(['debug', 'info', 'warn', 'error']), 'info'),
});

export interface Settings {
  readonly sessionId: string;
  readonly userId: string;
  /** Empty only when authentication is switched off: then nobody may change the session. */
  readonly apiKey: string;
  readonly disableAuth: boolean;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly generatorsDir: string;
  readonly parsersDir: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
}

/** The settings from an environment as `docs/instance.md` lists it; throws an `Error` that names the bad variable. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0]);
    throw new Error(`${name} is ${JSON.stringify(env[name])}: ${issue?.message}`);
  }
  const values = parsed.data;
  if (!values.API_KEY && !values.DISABLE_AUTH) throw new Error('API_KEY is not set: the backend needs its secret');
  return {
    sessionId: values.SESSION_ID,
    userId: values.USER_ID,
    apiKey: values.API_KEY,
    disableAuth: values.DISABLE_AUTH,
    port: values.PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    generatorsDir: values.EVENT_GENERATORS_DIR,
    parsersDir: values.PARSERS_DIR,
    logLevel: values.LOG_LEVEL,
  };
}
