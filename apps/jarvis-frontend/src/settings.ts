const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

export interface Settings {
  /** The instance's secret; empty only when authentication is switched off. */
  readonly apiKey: string;
  readonly disableAuth: boolean;
  /** The backend's base URL, without a trailing slash. */
  readonly apiBaseUrl: URL;
  readonly port: number;
  readonly host: string;
  readonly logLevel: (typeof LEVELS)[number];
}

/** The settings from an environment as `docs/instance.md` lists it; throws an `Error` that names the bad variable. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const settings = {
    apiKey: env['SESSION_API_KEY'] ?? '',
    disableAuth: env['DISABLE_AUTH'] === 'true' || env['DISABLE_AUTH'] === '1',
    apiBaseUrl: readUrl(env['API_BASE_URL']),
    port: readPort(env['PORT'] ?? '8000'),
    host: env['HOST'] || '0.0.0.0',
    logLevel: readLevel(env['LOG_LEVEL'] ?? 'info'),
  };
  if (!settings.apiKey && !settings.disableAuth) {
    throw new Error('SESSION_API_KEY is not set: the frontend needs the secret of its instance');
  }
  return settings;
}

function readUrl(text: string | undefined): URL {
  const url = URL.parse(text ?? '');
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return url;
  throw new Error(`API_BASE_URL is ${JSON.stringify(text)}: it has to be an http or https URL`);
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`PORT is ${JSON.stringify(text)}: it has to be a number from 0 to 65535`);
}

function readLevel(text: string): Settings['logLevel'] {
  const level = LEVELS.find((known) => known === text);
  if (level) return level;
  throw new Error(`LOG_LEVEL is ${JSON.stringify(text)}: it has to be one of ${LEVELS.join(', ')}`);
}
