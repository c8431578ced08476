import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** The attendee's token, derived from the API key as `docs/instance.md` says. */
export const accessToken = (apiKey: string): string =>
  createHmac('sha256', apiKey).update('jarvis access').digest('base64url');

/** Named per session: cookies ignore ports, and one host serves many sessions. */
export const cookieName = (token: string): string =>
  `jarvis_${createHash('sha256').update(token).digest('hex').slice(0, 8)}`;

/** All values of a cookie: browsers send several of one name where somebody else has set it for another path or a wider domain. */
export const cookieValues = (header: string, name: string): string[] =>
  header.split(';').flatMap((pair) => {
    const [key, ...value] = pair.split('=');
    return key?.trim() === name ? [value.join('=').trim()] : [];
  });

/** Compares in constant time, whatever the lengths. */
export const sameSecret = (given: string, wanted: string): boolean =>
  timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(wanted).digest());

/** Where `?token=` leads: the same address without the token, relative, so that it also holds under a path prefix. */
export function withoutToken(url: URL): string {
  const search = new URLSearchParams(url.search);
  search.delete('token');
  const last = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  return `./${last}${search.size > 0 ? `?${search.toString()}` : ''}`;
}
