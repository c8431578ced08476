import type { InstanceSpec, Service } from './types';

/** Networks as `address/prefix`: where attendees' destinations may be although they are refused by default, and may not be besides. */
export interface DestinationRules {
  readonly allow: readonly string[];
  readonly deny: readonly string[];
  /** What the firewall of the host lets instances reach; `networks` are those of the mode `list`. */
  readonly egress: { readonly mode: 'open' | 'internet' | 'list' | 'none'; readonly networks: readonly string[] };
}

/** How much attendees may upload; what is left out is as the instance has it. */
export interface UploadRules {
  readonly fileMb?: number | undefined;
  readonly totalMb?: number | undefined;
  readonly files?: number | undefined;
}

export interface EnvironmentOptions {
  readonly disableAuth: boolean;
  readonly destinations: DestinationRules;
  readonly uploads: UploadRules;
  readonly logLevel: string;
  readonly port: number;
  /** Where the frontend's server finds the backend. */
  readonly apiBaseUrl: string;
}

/** A service's environment as docs/instance.md has it, without what its defaults already say. */
export function serviceEnvironment(
  service: Service,
  spec: Pick<InstanceSpec, 'sessionId' | 'userId' | 'apiKey'>,
  { disableAuth, destinations, uploads, logLevel, port, apiBaseUrl }: EnvironmentOptions,
): Record<string, string> {
  const common = { DISABLE_AUTH: String(disableAuth), LOG_LEVEL: logLevel, PORT: String(port) };
  return service === 'backend'
    ? {
        ...common,
        SESSION_ID: spec.sessionId,
        USER_ID: spec.userId,
        API_KEY: spec.apiKey,
        ...listed('DESTINATIONS_ALLOW', destinations.allow),
        ...listed('DESTINATIONS_DENY', destinations.deny),
        ...egressEnvironment(destinations.egress),
        ...given('UPLOAD_MAX_MB', uploads.fileMb),
        ...given('UPLOADS_TOTAL_MB', uploads.totalMb),
        ...given('UPLOADS_MAX', uploads.files),
      }
    : { ...common, API_BASE_URL: apiBaseUrl, SESSION_API_KEY: spec.apiKey, SERVER_MODE: 'gunicorn', WORKERS: '2' };
}

const egressEnvironment = ({ mode, networks }: DestinationRules['egress']): Record<string, string> =>
  mode === 'open' ? {} : { EGRESS: mode, ...(mode === 'list' ? listed('EGRESS_LIST', networks) : {}) };

const listed = (variable: string, networks: readonly string[]): Record<string, string> =>
  networks.length === 0 ? {} : { [variable]: networks.join(',') };

const given = (variable: string, value: number | undefined): Record<string, string> =>
  value === undefined ? {} : { [variable]: String(value) };
