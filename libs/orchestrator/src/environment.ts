import type { InstanceSpec, Service } from './types';

export interface EnvironmentOptions {
  readonly disableAuth: boolean;
  readonly logLevel: string;
  readonly port: number;
  /** Where the frontend's server finds the backend. */
  readonly apiBaseUrl: string;
}

/** A service's environment as docs/instance.md has it, without what its defaults already say. */
export function serviceEnvironment(
  service: Service,
  spec: Pick<InstanceSpec, 'sessionId' | 'userId' | 'apiKey'>,
  { disableAuth, logLevel, port, apiBaseUrl }: EnvironmentOptions,
): Record<string, string> {
  const common = { DISABLE_AUTH: String(disableAuth), LOG_LEVEL: logLevel, PORT: String(port) };
  return service === 'backend'
    ? { ...common, SESSION_ID: spec.sessionId, USER_ID: spec.userId, API_KEY: spec.apiKey }
    : { ...common, API_BASE_URL: apiBaseUrl, SESSION_API_KEY: spec.apiKey, SERVER_MODE: 'gunicorn', WORKERS: '2' };
}
