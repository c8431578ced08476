/** The headers of a request that tell where it comes from. */
export interface Provenance {
  readonly method: string;
  readonly fetchSite?: string | undefined;
  readonly origin?: string | undefined;
  /** The hosts under which this server is known: `Host`, and what a proxy in front says. */
  readonly hosts: readonly (string | undefined)[];
}

/**
 * Whether a request may change something: it comes from our own page, or from no page at all (curl). Browsers tell by
 * `Sec-Fetch-Site`; over plain HTTP some leave it out, then `Origin` has to name us.
 */
export function isSameOrigin({ method, fetchSite, origin, hosts }: Provenance): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  if (fetchSite !== undefined) return fetchSite === 'same-origin' || fetchSite === 'none';
  if (origin === undefined) return true;
  const host = URL.parse(origin)?.host;
  return host !== undefined && hosts.includes(host);
}
