import { createJarvisClient, type JarvisClient } from '@jarvis/client';
import { ownActs } from '../live/own-acts';
import { credentials } from './credentials';

const PATIENCE_MS = 5 * 60_000;

let skew = 0;
/** Now by the server's clock, in ms: an organiser's may be wrong. */
export const serverNow = (): number => Date.now() + skew;

const noticeClock = (date: string | null): void => {
  const ahead = Date.parse(date ?? '') - Date.now();
  skew = Math.abs(ahead) > 2000 ? ahead : 0;
};

const authorization = (): string | undefined => {
  const { token } = credentials.get();
  return token === null ? undefined : `Bearer ${token}`;
};

const make = (timeoutMs?: number): JarvisClient => {
  const made = createJarvisClient({
    baseUrl: window.location.origin,
    credentials: authorization,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  made.use({
    onRequest: async ({ request }) => {
      if (request.method !== 'GET') await ownActs.remember(request);
      return undefined;
    },
    onResponse: ({ request, response }) => {
      noticeClock(response.headers.get('date'));
      const sent = request.headers.get('authorization');
      if (response.status === 401 && sent !== null && sent === authorization()) credentials.drop('expired');
      return undefined;
    },
  });
  return made;
};

/** This platform, asked as whoever is logged in. A 401 to a request that carried a token ends the login. */
export const client = make();

/** The same for work that takes its time: many sessions, volumes or repairs at once. */
export const patientClient = make(PATIENCE_MS);
