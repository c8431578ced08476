import { EGRESS_MODES } from '@app/egress';
import * as z from 'zod/mini';
import { _default as withDefault } from 'zod/mini';
import { networkOf, type AddressRules } from './delivery/refused-addresses';
import { MEGABYTE, type UploadLimits } from './uploads/space-account';
import './validation';

/** Stands for the networks of the backend's own interfaces: what is there is of the platform. */
export const OWN_NETWORKS = 'own-networks';

const isNetwork = (text: string): boolean => {
  try {
    networkOf(text);
    return true;
  } catch {
    return false;
  }
};

const flag = z.pipe(
  withDefault(z.enum(['true', 'false', '1', '0', '']), 'false'),
  z.transform((text) => text === 'true' || text === '1'),
);

const networks = (words: readonly string[]) =>
  z
    .pipe(
      withDefault(z.string(), ''),
      z.transform((text) =>
        text
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      ),
    )
    .check(
      z.refine(
        (parts) => parts.every((part) => words.includes(part) || isNetwork(part)),
        ['has to be networks such as 10.0.0.0/8, with commas between them', ...words].join(', or '),
      ),
    );

const count = (usual: number) =>
  withDefault(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(1_000_000)), usual);

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
  DESTINATIONS_ALLOW: networks(['all']),
  DESTINATIONS_DENY: networks([OWN_NETWORKS]),
  EGRESS: withDefault(z.enum(EGRESS_MODES), 'open'),
  EGRESS_LIST: networks([]),
  UPLOAD_MAX_MB: count(100),
  UPLOADS_TOTAL_MB: count(200),
  UPLOADS_MAX: count(20),
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
  /** Where destinations may and may not be; networks, `all` (allow) or `own-networks` (deny). An empty list of egress closes everything. */
  readonly destinations: AddressRules;
  readonly uploads: UploadLimits;
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
    destinations: {
      allow: values.DESTINATIONS_ALLOW,
      deny: values.DESTINATIONS_DENY,
      egress: { mode: values.EGRESS, networks: values.EGRESS_LIST },
    },
    uploads: {
      fileBytes: values.UPLOAD_MAX_MB * MEGABYTE,
      totalBytes: values.UPLOADS_TOTAL_MB * MEGABYTE,
      files: values.UPLOADS_MAX,
    },
    logLevel: values.LOG_LEVEL,
  };
}
