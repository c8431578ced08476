import type { BodyKind } from './bodies';
import { Forbidden } from './forbidden';

/** What the `id` in a route's path has to be; a door is a container that may be joined to sessions' networks. */
export type Subject = 'container' | 'container or door' | 'network' | 'network or shared network' | 'volume' | 'image';

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: RegExp;
  /** The parameters that it may have. */
  readonly query: readonly string[];
  readonly subject?: Subject;
  readonly body?: BodyKind;
}

const ID = '(?<id>[A-Za-z0-9][A-Za-z0-9_.-]*)';
const IMAGE = '(?<id>[A-Za-z0-9][A-Za-z0-9_.:/@-]*)';

const route = (
  method: Route['method'],
  path: string,
  query: readonly string[] = [],
  rest: Pick<Route, 'subject' | 'body'> = {},
): Route => ({ method, path: new RegExp(`^${path}$`), query, ...rest });

const onContainer = (method: Route['method'], call: string, query: readonly string[] = []): Route =>
  route(method, `/containers/${ID}${call}`, query, { subject: 'container' });

/** All calls that the session manager makes, and no other: libs/orchestrator/src/docker, docker/session-manager/introduce.cjs. */
export const ROUTES: readonly Route[] = [
  route('GET', '/_ping'),
  route('GET', '/info'),
  route('GET', '/system/df', ['type']),
  route('GET', '/events', ['since', 'filters']),

  route('GET', '/containers/json', ['all', 'filters']),
  route('POST', '/containers/create', ['name'], { body: 'container' }),
  route('GET', `/containers/${ID}/json`, [], { subject: 'container or door' }),
  onContainer('GET', '/logs', ['follow', 'stdout', 'stderr', 'since', 'tail', 'timestamps']),
  onContainer('GET', '/stats', ['stream', 'one-shot']),
  onContainer('POST', '/start'),
  onContainer('POST', '/unpause'),
  onContainer('POST', '/kill', ['signal']),
  onContainer('POST', '/wait', ['condition']),
  onContainer('POST', '/rename', ['name']),
  onContainer('DELETE', '', ['force', 'v']),

  route('GET', '/networks', ['filters']),
  route('POST', '/networks/create', [], { body: 'network' }),
  route('GET', `/networks/${ID}`, [], { subject: 'network' }),
  route('DELETE', `/networks/${ID}`, [], { subject: 'network or shared network' }),
  route('POST', `/networks/${ID}/connect`, [], { subject: 'network or shared network', body: 'connect' }),
  route('POST', `/networks/${ID}/disconnect`, [], { subject: 'network', body: 'disconnect' }),

  route('GET', '/volumes', ['filters']),
  route('POST', '/volumes/create', [], { body: 'volume' }),
  route('DELETE', `/volumes/${ID}`, [], { subject: 'volume' }),

  route('GET', `/images/${IMAGE}/json`, [], { subject: 'image' }),
];

/** The route of a request, with the `id` in its path. @throws Forbidden where there is none. */
export function routeOf(method: string, path: string): { readonly route: Route; readonly id: string | undefined } {
  for (const candidate of ROUTES) {
    const match = candidate.method === method ? candidate.path.exec(path) : null;
    if (match) return { route: candidate, id: match.groups?.['id'] };
  }
  throw new Forbidden('the session manager makes no such call');
}
