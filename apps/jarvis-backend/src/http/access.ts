import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { ForbiddenError, UnauthorizedError } from '../errors';
import type { Settings } from '../settings';

/** The attendee's token, derived from the API key as `docs/instance.md` says. */
export const accessToken = (apiKey: string): string =>
  createHmac('sha256', apiKey).update('jarvis access').digest('base64url');

/** What a caller may do: everything, the attendee's part, or nothing. */
export type Access = 'full' | 'attendee' | 'none';

/** What requests carry once they were let in. */
export interface AccessEnv {
  Variables: { access: Access };
}

/** Compares in constant time, whatever the lengths. */
const sameSecret = (given: string, wanted: string): boolean =>
  timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(wanted).digest());

/** Tells the access of a given secret; an empty API key opens nothing. */
export function accessGate({ apiKey, disableAuth }: Pick<Settings, 'apiKey' | 'disableAuth'>) {
  const token = accessToken(apiKey);
  return (given: string | undefined): Access => {
    if (given && apiKey && sameSecret(given, apiKey)) return 'full';
    if (disableAuth || (given && apiKey && sameSecret(given, token))) return 'attendee';
    return 'none';
  };
}

const bearer = (header: string | undefined): string | undefined => /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];

/**
 * Lets in who has a secret. A browser that another site sent here is refused even when authentication is off: no CORS
 * header is ever sent, and a form post from elsewhere must not cancel or delete anything.
 */
export function requireAccess(settings: Pick<Settings, 'apiKey' | 'disableAuth'>): MiddlewareHandler<AccessEnv> {
  const gate = accessGate(settings);
  return async (context, next) => {
    const access = gate(context.req.header('x-api-key') ?? bearer(context.req.header('authorization')));
    if (access === 'none') throw new UnauthorizedError();
    if (context.req.header('sec-fetch-site') === 'cross-site') {
      throw new ForbiddenError('Another site may not call this backend from a browser');
    }
    if (access !== 'full' && context.req.method === 'PUT' && context.req.path === '/api/v1/session') {
      throw new ForbiddenError('Only the session manager, with the API key, may change the session');
    }
    context.set('access', access);
    await next();
  };
}
