interface Opened {
  readonly session_id: string;
  readonly session_token: string;
}

/** The landing page's address that opens somebody's session; the token stands behind its `#`, which no server sees. */
export const personalLink = (origin: string, { session_id: session, session_token: token }: Opened): string =>
  `${origin}/#${new URLSearchParams({ session, token })}`;
