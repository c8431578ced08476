import type { Config } from '@app/config';
import type { Service } from '@app/orchestrator';
import type { Session } from './session';

export type PublicAddress = Config['instances']['publicAddress'];

/**
 * The addresses under which attendees reach both services, without a slash at the end; `undefined` until the instance has ports.
 * Through the gateway where there is one: a host of its own for each session, or a path.
 */
export function instanceUrls(
  { sessionId, ports }: Pick<Session, 'sessionId' | 'ports'>,
  { host, url, sessionDomain }: PublicAddress,
): Record<Service, string> | undefined {
  if (ports === undefined) return undefined;
  if (url === undefined) {
    return { frontend: `http://${host}:${ports.frontend}`, backend: `http://${host}:${ports.backend}` };
  }
  if (sessionDomain === undefined) {
    const root = `${url}/session/${sessionId}`;
    return { frontend: `${root}/frontend`, backend: `${root}/backend` };
  }
  const [scheme = '', port = ''] = [/^https?:\/\//.exec(url)?.[0], /:\d+$/.exec(url)?.[0]];
  const root = `${scheme}${sessionId}.${sessionDomain}${port}`;
  return { frontend: root, backend: `${root}/backend` };
}
