import { sha256 } from '../instances/secrets';

/** Where a session's page is for browsers. */
export interface Page {
  /** What its addresses begin with, a slash at the end. */
  readonly path: string;
  readonly secure: boolean;
}

/** `Set-Cookie` for the cookie that opens a session's page from then on, named as `docs/instance.md` says. */
export const sessionCookie = (token: string, { path, secure }: Page): string =>
  `jarvis_${sha256(token).slice(0, 8)}=${token}; Path=${path}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
