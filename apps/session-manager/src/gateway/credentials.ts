import type { Service } from '@app/orchestrator';

/** What a request shows of itself: the query's token, and headers. */
export interface Credentials {
  readonly token: string | undefined;
  readonly cookie: string | undefined;
  readonly apiKey: string | undefined;
  readonly bearer: string | undefined;
}

/**
 * The keys that a request shows to a service. The frontend takes the link's token and its own cookie; the backend takes headers, which no
 * other site's page can have a browser send.
 */
export function shownKeys(service: Service, { token, cookie, apiKey, bearer }: Credentials): string[] {
  const keys = service === 'frontend' ? [token, ...instanceCookies(cookie ?? '')] : [apiKey, bearer];
  return keys.filter((key) => key !== undefined && key !== '') as string[];
}

/** The values of the cookies that frontends set, as `docs/instance.md` names them. */
const instanceCookies = (header: string): string[] =>
  header.split(';').flatMap((pair) => /^\s*jarvis_[0-9a-f]{8}=([\w-]+)\s*$/.exec(pair)?.[1] ?? []);
