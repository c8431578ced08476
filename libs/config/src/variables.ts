import { isIP } from 'node:net';
import { z } from 'zod';
import { isPlanTime } from './plan-time';

const MEGABYTE = 1024 ** 2;
const MEMORY_UNITS: Record<string, number> = { '': 1, K: 1024, M: MEGABYTE, G: 1024 * MEGABYTE };

const accessCode = () => {
  const wants = '6 to 64 letters, digits and signs, without spaces';
  return z.string(wants).regex(/^[!-~]{6,64}$/, wants);
};
const text = (wants: string) => z.string(wants).min(1, wants);
const whole = (min: number, max: number) => {
  const wants = `a whole number from ${min} to ${max}`;
  return z
    .string(wants)
    .regex(/^\d+$/, wants)
    .transform(Number)
    .refine((value) => value >= min && value <= max, wants);
};
const decimal = (min: number, max: number) => {
  const wants = `a number from ${min} to ${max}`;
  return z
    .string(wants)
    .regex(/^\d+(\.\d+)?$/, wants)
    .transform(Number)
    .refine((value) => value >= min && value <= max, wants);
};
const flag = () =>
  z.enum(['true', 'false', '1', '0'], 'true or false').transform((value) => value === 'true' || value === '1');
const list = () =>
  z.string().transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

/** Bytes from Docker's notation: `512M`, `2G`, `1073741824`. */
const memory = () => {
  const wants = 'an amount of memory of at least 32M, such as 512M or 2G';
  return z
    .string(wants)
    .regex(/^\d+(\.\d+)?[KMGkmg]?[bB]?$/, wants)
    .transform((value) => {
      const [, amount = '', unit = ''] = /^([\d.]+)([KMG]?)B?$/.exec(value.toUpperCase()) ?? [];
      return Math.floor(Number(amount) * (MEMORY_UNITS[unit] ?? 1));
    })
    .refine((bytes) => bytes >= 32 * MEGABYTE, wants);
};

const cidr = () => {
  const wants = 'an IPv4 network of at least a /28, such as 10.213.0.0/16';
  return z
    .string(wants)
    .regex(/^(\d{1,3})(\.\d{1,3}){3}\/\d{1,2}$/, wants)
    .refine((value) => {
      const [address = '', bits = ''] = value.split('/');
      return address.split('.').every((part) => Number(part) <= 255) && Number(bits) >= 8 && Number(bits) <= 28;
    }, wants);
};

/** Networks, and the words that may stand among them. */
const networks = (...words: string[]) => {
  const wants = `networks such as 10.0.0.0/8 or 127.0.0.1/32, with commas between them, or ${words.join(', ')}`;
  return list().refine((parts) => parts.every((part) => words.includes(part) || isNetwork(part)), wants);
};

const isNetwork = (network: string): boolean => {
  const [address = '', prefix = '0', more] = network.split('/');
  const family = isIP(address);
  return family !== 0 && more === undefined && /^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128);
};

/** Networks as the host's firewall takes them. */
const ipv4Networks = () => {
  const wants = 'IPv4 networks such as 192.0.2.7/32,198.51.100.0/24';
  return list().refine(
    (parts) => parts.every((part) => isIP(part.split('/')[0] ?? '') === 4 && hasPrefix(part)),
    wants,
  );
};
const hasPrefix = (part: string): boolean => part.includes('/') && isNetwork(part);

/** A scheme, host and port, without a slash at the end. */
const origin = () => {
  const wants = 'an address such as https://jarvis.event.example';
  return z
    .string(wants)
    .transform((value) => value.replace(/\/$/, ''))
    .refine((value) => /^https?:/.test(value) && URL.parse(value)?.origin === value.replace(/:(80|443)$/, ''), wants);
};
const domain = () => {
  const wants = 'a domain such as jarvis.event.example, in small letters';
  return z.string(wants).regex(/^(?=.{1,190}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/, wants);
};

/** `true`, `false`, or the addresses and networks whose `X-Forwarded-For` is believed. */
const proxies = () => {
  const wants = 'true, false, or addresses and networks such as 127.0.0.1,172.16.0.0/12';
  return z
    .string(wants)
    .regex(/^(true|false|[\da-f.:]+(\/\d{1,3})?(\s*,\s*[\da-f.:]+(\/\d{1,3})?)*)$/i, wants)
    .transform((value) => (value === 'true' || value === 'false' ? value === 'true' : value.split(/\s*,\s*/)));
};

/** Points of time, each with how many warm instances are kept from then on: `08:45=150,18:00=0`. */
const rampPlan = () => {
  const wants =
    'times with the warm instances to keep from then on, such as 08:45=150,18:00=0 or 2026-05-04T08:45:00Z=150';
  return z
    .string(wants)
    .transform((value) => value.split(',').map((part) => part.trim().split('=')))
    .refine((parts) => parts.every(([at = '', keep = '']) => isPlanTime(at) && /^\d{1,6}$/.test(keep)), wants)
    .transform((parts) => parts.map(([at = '', keep = '']) => ({ at, keep: Number(keep) })));
};

/** A variable: how its text is read, and the text that stands in when nobody sets it. */
interface Variable<T> {
  readonly schema: z.ZodType<T, string>;
  readonly default?: string;
  /** Never repeated in an error message. */
  readonly secret?: boolean;
}
const variable = <T>(
  schema: z.ZodType<T, string>,
  fallback?: string,
  options: { secret?: boolean } = {},
): Variable<T> => ({ schema, ...(fallback === undefined ? {} : { default: fallback }), ...options });
const optional = <T>(schema: z.ZodType<T, string>, options: { secret?: boolean } = {}): Variable<T | undefined> =>
  variable<T | undefined>(schema, undefined, options);

/** Every variable that the platform reads, by its name in the environment. */
export const VARIABLES = {
  REDIS_HOST: variable(text('a host name'), 'localhost'),
  REDIS_PORT: variable(whole(1, 65_535), '6379'),
  REDIS_DB: variable(whole(0, 1_023), '0'),
  REDIS_PASSWORD: optional(text('a password'), { secret: true }),
  REDIS_PATH: optional(text('the path of a Unix socket')),

  BACKEND_IMAGE: variable(text('an image name'), 'jarvis-backend-prod:latest'),
  FRONTEND_IMAGE: variable(text('an image name'), 'jarvis-frontend:prod'),
  BACKEND_CPU_LIMIT: variable(decimal(0.01, 1_024), '1.5'),
  BACKEND_MEMORY_LIMIT: variable(memory(), '2G'),
  FRONTEND_CPU_LIMIT: variable(decimal(0.01, 1_024), '0.5'),
  FRONTEND_MEMORY_LIMIT: variable(memory(), '1G'),
  PIDS_LIMIT: variable(whole(16, 100_000), '256'),
  INSTANCE_DISABLE_AUTH: variable(flag(), 'false'),
  DESTINATIONS_ALLOW: optional(networks('all')),
  DESTINATIONS_DENY: optional(networks('own-networks')),
  EGRESS: variable(z.enum(['open', 'internet', 'list', 'none'], 'open, internet, list or none'), 'open'),
  EGRESS_LIST: optional(ipv4Networks()),
  UPLOAD_MAX_MB: optional(whole(1, 1_000_000)),
  UPLOADS_TOTAL_MB: optional(whole(1, 1_000_000)),
  UPLOADS_MAX: optional(whole(1, 1_000_000)),

  EVENT_ACCESS_CODE: optional(accessCode(), { secret: true }),
  MAX_TOTAL_SESSIONS: variable(whole(0, 100_000), '150'),
  MAX_SESSIONS_PER_USER: variable(whole(1, 100_000), '5'),
  SESSION_TTL_HOURS: variable(decimal(0.01, 8_760), '24'),
  VOLUME_RETENTION_HOURS: variable(decimal(0, 8_760), '0'),

  PORT_RANGE_START: variable(whole(1, 65_535), '10000'),
  PORT_RANGE_END: variable(whole(1, 65_535), '20000'),

  ADMIN_USERNAME: variable(text('a user name'), 'admin'),
  ADMIN_PASSWORD: variable(text('a password'), 'techsummit2025', { secret: true }),

  LOG_LEVEL: variable(z.enum(['debug', 'info', 'warn', 'error'], 'debug, info, warn or error'), 'info'),
  PORT: variable(whole(0, 65_535), '9000'),
  HOST: variable(text('an address to listen on'), '0.0.0.0'),
  PUBLIC_HOST: variable(text('the host name in the addresses that attendees get'), 'localhost'),
  PUBLIC_URL: optional(origin()),
  SESSION_DOMAIN: optional(domain()),
  TRUST_PROXY: variable(proxies(), 'false'),
  LANDING_DIR: optional(text('a folder')),
  ADMIN_UI_DIR: optional(text('a folder')),

  DRIVER: variable(z.enum(['docker', 'process'], 'docker or process'), 'docker'),
  DEPLOYMENT_ID: variable(
    z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'up to 40 small letters, digits and hyphens'),
    'jarvis',
  ),
  DOCKER_SOCKET: variable(text('the path of the Docker socket'), '/var/run/docker.sock'),
  DOCKER_PROXY_SOCKET: variable(text("the path of the Docker proxy's own socket"), '/run/docker-proxy/docker.sock'),
  CGROUP_ROOT: variable(text("the folder where the Docker host's control groups are seen"), '/sys/fs/cgroup'),
  DOCKER_NETWORK: variable(text('a network name'), 'jarvis-network'),
  NETWORK_ISOLATION: variable(z.enum(['session', 'shared'], 'session or shared'), 'session'),
  SESSION_SUBNET_POOL: variable(cidr(), '10.213.0.0/16'),
  INSTANCE_REACH: variable(z.enum(['published', 'network'], 'published or network'), 'published'),
  DOOR_CONTAINERS: optional(list()),
  PUBLISH_ADDRESS: variable(text('an address of this host'), '127.0.0.1'),
  CONTENT_PATH: optional(text('a folder on the Docker host that holds event_generators and parsers')),
  PROCESS_HOME: variable(text('a folder'), '.data/process'),
  INSTANCE_DIR: variable(text('the folder of backend.cjs and frontend.cjs'), 'dist/instance'),

  WARM_POOL_SIZE: variable(whole(0, 100_000), '0'),
  WARM_POOL_PLAN: optional(rampPlan()),
  WARM_MAX_AGE_HOURS: variable(decimal(0.01, 8_760), '12'),

  WAITING_ROOM_SIZE: variable(whole(0, 100_000), '1000'),
  WAITING_TIMEOUT_SECONDS: variable(whole(5, 86_400), '120'),

  LAUNCH_CONCURRENCY: variable(whole(0, 64), '0'),
  TEARDOWN_CONCURRENCY: variable(whole(0, 64), '0'),
  LAUNCH_TIMEOUT_SECONDS: variable(whole(5, 600), '60'),
} as const;

export type VariableName = keyof typeof VARIABLES;
export type Values = {
  readonly [K in VariableName]: (typeof VARIABLES)[K] extends Variable<infer T> ? T : never;
};
