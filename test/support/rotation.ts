import { randomUUID } from 'node:crypto';
import { AttendeeInstance } from './instance';
import { ADMIN, until, type Answer, type TestPlatform } from './platform';

/** A session as its creator, or who exchanged its keys, was answered. */
export interface OwnSession {
  readonly session_id: string;
  readonly session_token: string;
  readonly frontend_url: string;
  readonly backend_url: string;
  readonly access_token: string;
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
export const organiser = { authorization: ADMIN };
export const aKey = () => ({ 'idempotency-key': randomUUID() });
export const later = { prefer: 'respond-async' };

/** Asks for new keys; as the owner, unless the headers say who. */
export const exchange = (
  platform: TestPlatform,
  { session_id: id, session_token: token }: Pick<OwnSession, 'session_id' | 'session_token'>,
  headers: Record<string, string> = {},
): Promise<Answer> =>
  platform.request('POST', `/api/sessions/${id}/rotate-keys`, undefined, { ...bearer(token), ...headers });

/** What a token is answered about a session. */
export const readSession = (
  platform: TestPlatform,
  { session_id: id }: Pick<OwnSession, 'session_id'>,
  token: string,
) => platform.get(`/api/sessions/${id}`, token);

/** Resolves with the session, as its owner is shown it, once it is active. */
export async function untilActive(platform: TestPlatform, session: OwnSession, ms = 90_000): Promise<OwnSession> {
  const { session_token } = session;
  const shown = () => readSession(platform, session, session_token);
  await until(async () => (await shown()).body.status === 'active', ms);
  return { ...(await shown()).body, session_token };
}

const LAB = { name: 'Lab', type: 'syslog', host: '192.0.2.7', port: 514, protocol: 'udp' };

/** Has the instance keep something. */
export async function keepSomething(session: OwnSession): Promise<void> {
  const { status } = await (await AttendeeInstance.open(session)).ask('/destinations', LAB);
  if (status !== 201) throw new Error(`The destination was answered with ${status}`);
}

/** The names of what it keeps. */
export async function kept(session: OwnSession): Promise<string[]> {
  const { body } = await (await AttendeeInstance.open(session)).ask('/destinations');
  return (body.destinations ?? body).map(({ name }: { name: string }) => name);
}

/** What each way into a session's instance answers, without the gateway: the link, its cookie, and the backend's headers; null where nothing listens. */
export async function waysIn(session: OwnSession, cookie: string): Promise<(number | null)[]> {
  const { frontend_url: link, backend_url: backend, access_token: token } = session;
  const ask = (url: string, headers: Record<string, string> = {}) =>
    fetch(url, { headers, redirect: 'manual' }).then(
      ({ status }) => status,
      () => null,
    );
  return Promise.all([
    ask(link),
    ask(new URL('/api/v1/session', link).href, { cookie }),
    ask(`${backend}session`, { 'x-api-key': token }),
    ask(`${backend}session`, bearer(token)),
  ]);
}

/** The cookie that the link of a session gives. */
export const cookieOf = async ({ frontend_url: url }: OwnSession): Promise<string> =>
  (await fetch(url, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';

/** What the gateway would be told about a request with this token. */
export const atGateway = async (platform: TestPlatform, { session_id: id }: OwnSession, token: string) =>
  (
    await platform.request('GET', '/api/gateway/authorize', undefined, {
      'x-gateway-session': id,
      'x-gateway-service': 'frontend',
      'x-gateway-token': token,
    })
  ).headers.get('x-gateway-reason');
