import createClient from 'openapi-fetch';
import { credentials } from './credentials';
import { Unreachable, problemFrom } from './problem';
import type { paths } from './schema';

const TIMEOUT_MS = 15_000;

let skew = 0;
/** Now by the server's clock, in ms: an organiser's may be wrong. */
export const serverNow = (): number => Date.now() + skew;

const noticeClock = (date: string | null): void => {
  const ahead = Date.parse(date ?? '') - Date.now();
  skew = Math.abs(ahead) > 2000 ? ahead : 0;
};

const send = async (request: Request): Promise<Response> => {
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    return await fetch(new Request(request, { signal, cache: 'no-store' }));
  } catch (cause) {
    throw new Unreachable({ cause });
  }
};

/** The typed client of the OpenAPI document. A 401 to a request that carried a token ends the login. */
export const client = createClient<paths>({ baseUrl: window.location.origin, fetch: send });

client.use({
  onRequest: ({ request }) => {
    const { token } = credentials.get();
    if (token !== null) request.headers.set('authorization', `Bearer ${token}`);
    return request;
  },
  onResponse: ({ request, response }) => {
    noticeClock(response.headers.get('date'));
    if (response.status === 401 && request.headers.get('authorization') === `Bearer ${credentials.get().token}`) {
      credentials.drop('expired');
    }
    return undefined;
  },
});

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The data of an answer, or its problem thrown. */
export const dataOf = async <T>(answer: Promise<Answer<T>>): Promise<NonNullable<T>> => {
  const { data, error, response } = await answer;
  if (!response.ok) throw problemFrom(response, error);
  if (data === undefined || data === null) throw new Unreachable();
  return data;
};

/** For answers without a body. */
export const done = async (answer: Promise<Answer<unknown>>): Promise<void> => {
  const { error, response } = await answer;
  if (!response.ok) throw problemFrom(response, error);
};
