import createClient, { type Client } from 'openapi-fetch';
import { Unreachable } from './problem.ts';
import type { paths } from './schema.d.ts';

const TIMEOUT_MS = 15_000;

export type JarvisClient = Client<paths>;

export interface ClientOptions {
  /** Where the platform is, such as `https://jarvis.example.org`. */
  readonly baseUrl: string;
  /** The value of the `Authorization` header, asked for at each request; undefined sends none. */
  readonly credentials?: () => string | undefined;
  /** How long an answer may take, in ms. Server-sent events have to begin within it and may then go on. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * The typed client of the OpenAPI document. Requests reject with Unreachable when nobody answers, and with the reason of
 * their own signal when the caller gives up.
 */
export const createJarvisClient = ({ baseUrl, credentials, timeoutMs = TIMEOUT_MS, fetch }: ClientOptions) => {
  const client: JarvisClient = createClient<paths>({ baseUrl, fetch: (request) => send(request, timeoutMs, fetch) });
  client.use({
    onRequest: ({ request }) => {
      const value = credentials?.();
      if (value !== undefined) request.headers.set('authorization', value);
      return request;
    },
  });
  return client;
};

const send = async (request: Request, timeoutMs: number, fetch = globalThis.fetch): Promise<Response> => {
  const overdue = AbortSignal.timeout(timeoutMs);
  const given = new AbortController();
  const giveUp = (): void => given.abort(overdue.reason);
  overdue.addEventListener('abort', giveUp, { once: true });
  try {
    const signal = AbortSignal.any([request.signal, given.signal]);
    const response = await fetch(new Request(request, { signal, cache: 'no-store' }));
    if (isEventStream(response)) overdue.removeEventListener('abort', giveUp);
    return response;
  } catch (cause) {
    request.signal.throwIfAborted();
    throw new Unreachable({ cause });
  }
};

const isEventStream = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('text/event-stream') ?? false;
