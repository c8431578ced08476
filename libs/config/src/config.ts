import { availableParallelism } from 'node:os';
import { ConfigError, type Problem } from './errors';
import { VARIABLES, type Values, type VariableName } from './variables';

/** Texts by variable name, as an environment or a `.env` file gives them. */
export type Texts = Readonly<Record<string, string | undefined>>;

export type Setting = 'environment' | 'default';

/** The platform's configuration: validated once, frozen, and handed to whoever needs a part of it. */
export type Config = ReturnType<typeof shape>;

/**
 * The configuration from the environment, then the `.env` file's texts, then defaults. An empty text counts as unset.
 * @throws ConfigError naming every variable that cannot be used.
 */
export function parseConfig(environment: Texts, envFile: Texts = {}): Config {
  const problems: Problem[] = [];
  const set = (name: VariableName): string | undefined => environment[name] || envFile[name] || undefined;
  const values = Object.fromEntries(
    (Object.keys(VARIABLES) as VariableName[]).map((name) => {
      const variable: { schema: (typeof VARIABLES)[VariableName]['schema']; default?: string; secret?: boolean } =
        VARIABLES[name];
      const text = set(name) ?? variable.default;
      if (text === undefined) return [name, undefined];
      const parsed = variable.schema.safeParse(text);
      if (parsed.success) return [name, parsed.data];
      const wants = parsed.error.issues[0]?.message ?? 'another value';
      problems.push({ variable: name, ...(variable.secret ? {} : { got: text }), wants });
      return [name, undefined];
    }),
  ) as unknown as Values;
  if (problems.length === 0 && values.PORT_RANGE_END <= values.PORT_RANGE_START) {
    problems.push({
      variable: 'PORT_RANGE_END',
      got: String(values.PORT_RANGE_END),
      wants: `a port above PORT_RANGE_START (${values.PORT_RANGE_START})`,
    });
  }
  if (problems.length === 0 && values.SESSION_DOMAIN !== undefined && values.PUBLIC_URL === undefined) {
    problems.push({
      variable: 'PUBLIC_URL',
      got: '',
      wants: 'the address of the gateway, because SESSION_DOMAIN is set',
    });
  }
  if (problems.length === 0 && values.EGRESS === 'list' && !values.EGRESS_LIST?.length) {
    problems.push({
      variable: 'EGRESS_LIST',
      got: set('EGRESS_LIST') ?? '',
      wants: 'networks such as 192.0.2.7/32,198.51.100.0/24, because EGRESS is list',
    });
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return deepFreeze(shape(values, (name) => (set(name) === undefined ? 'default' : 'environment')));
}

function shape(v: Values, source: (name: VariableName) => Setting) {
  return {
    redis: { host: v.REDIS_HOST, port: v.REDIS_PORT, db: v.REDIS_DB, password: v.REDIS_PASSWORD, path: v.REDIS_PATH },
    http: {
      host: v.HOST,
      port: v.PORT,
      trustProxy: v.TRUST_PROXY,
      landingDir: v.LANDING_DIR,
      adminUiDir: v.ADMIN_UI_DIR,
    },
    admin: {
      username: v.ADMIN_USERNAME,
      password: v.ADMIN_PASSWORD,
      isDefaultPassword: v.ADMIN_PASSWORD === VARIABLES.ADMIN_PASSWORD.default,
    },
    logLevel: v.LOG_LEVEL,
    sessions: {
      maxTotal: v.MAX_TOTAL_SESSIONS,
      maxPerUser: v.MAX_SESSIONS_PER_USER,
      ttlHours: v.SESSION_TTL_HOURS,
      /** What attendees show to launch an instance; unset, anybody may. */
      accessCode: v.EVENT_ACCESS_CODE,
      sources: {
        maxTotal: source('MAX_TOTAL_SESSIONS'),
        maxPerUser: source('MAX_SESSIONS_PER_USER'),
        ttlHours: source('SESSION_TTL_HOURS'),
        accessCode: source('EVENT_ACCESS_CODE'),
      },
    },
    pool: { size: v.WARM_POOL_SIZE, plan: v.WARM_POOL_PLAN ?? [], maxAgeHours: v.WARM_MAX_AGE_HOURS },
    /** How many may wait for a place, and after how long without a sign of life a place in the line is given up. */
    waiting: { places: v.WAITING_ROOM_SIZE, timeoutMs: v.WAITING_TIMEOUT_SECONDS * 1_000 },
    ports: { start: v.PORT_RANGE_START, end: v.PORT_RANGE_END },
    instances: {
      driver: v.DRIVER,
      deployment: v.DEPLOYMENT_ID,
      /** What attendees reach: the ports at `host`, or the gateway at `url`, with a name for each session below `sessionDomain`. */
      publicAddress: { host: v.PUBLIC_HOST, url: v.PUBLIC_URL, sessionDomain: v.SESSION_DOMAIN },
      contentPath: v.CONTENT_PATH,
      disableAuth: v.INSTANCE_DISABLE_AUTH,
      destinations: {
        /** Where attendees' destinations may be besides, and may not be. */
        allow: v.DESTINATIONS_ALLOW ?? [],
        deny: v.DESTINATIONS_DENY ?? [],
        /** What the host's firewall lets instances reach: the same variables are the firewall's. */
        egress: { mode: v.EGRESS, networks: v.EGRESS_LIST ?? [] },
      },
      /** How much they may upload. */
      uploads: { fileMb: v.UPLOAD_MAX_MB, totalMb: v.UPLOADS_TOTAL_MB, files: v.UPLOADS_MAX },
      volumeRetentionHours: v.VOLUME_RETENTION_HOURS,
      /** Pairs that may start at the same time; a start keeps about one core busy. */
      launchConcurrency: v.LAUNCH_CONCURRENCY || Math.max(2, availableParallelism()),
      /** Pairs that may be removed at the same time; a removal mostly waits for the engine. */
      teardownConcurrency: v.TEARDOWN_CONCURRENCY || Math.max(4, 2 * availableParallelism()),
      launchTimeoutMs: v.LAUNCH_TIMEOUT_SECONDS * 1_000,
    },
    docker: {
      socketPath: v.DOCKER_SOCKET,
      /** Where the Docker proxy listens. */
      proxySocketPath: v.DOCKER_PROXY_SOCKET,
      /** Where this program sees the control groups of Docker's host; what is not found there the engine is asked for. */
      cgroupRoot: v.CGROUP_ROOT,
      network: v.DOCKER_NETWORK,
      isolation: v.NETWORK_ISOLATION,
      subnetPool: v.SESSION_SUBNET_POOL,
      /** How the session manager reaches instances: by published ports or, as a container itself, over their networks. */
      reach: v.INSTANCE_REACH,
      doors: v.DOOR_CONTAINERS,
      publishAddress: v.PUBLISH_ADDRESS,
      images: { backend: v.BACKEND_IMAGE, frontend: v.FRONTEND_IMAGE },
      limits: {
        backend: { cpus: v.BACKEND_CPU_LIMIT, memoryBytes: v.BACKEND_MEMORY_LIMIT },
        frontend: { cpus: v.FRONTEND_CPU_LIMIT, memoryBytes: v.FRONTEND_MEMORY_LIMIT },
        pids: v.PIDS_LIMIT,
      },
    },
    process: { home: v.PROCESS_HOME, instanceDir: v.INSTANCE_DIR },
  };
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part);
  return Object.freeze(value);
}
