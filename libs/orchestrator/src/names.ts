import type { InstanceRef, Service } from './types';

/** The session id of an instance that is nobody's yet. */
export const warmSessionId = (instanceId: string): string => `warm-${instanceId}`;

/** The names that the manual gives to what belongs to a session. */
export const containerName = (sessionId: string, service: Service): string => `jarvis-${sessionId}-${service}`;
export const volumeName = (sessionId: string): string => `jarvis-${sessionId}-data`;

/** A service's second name on its network: unlike the container's it stays through a claim, and no other instance can have it. */
export const networkAlias = ({ instanceId }: Pick<InstanceRef, 'instanceId'>, service: Service): string =>
  `jarvis-${instanceId}-${service}`;

/** The session id in a container's name, with or without a leading slash; `undefined` when it is not a name of the instance's. */
export function namedSession(name: string, { instanceId }: Pick<InstanceRef, 'instanceId'>): string | undefined {
  const sessionId = /^\/?jarvis-(.+)-(?:backend|frontend)$/.exec(name)?.[1];
  return sessionId?.endsWith(`-${instanceId}`) ? sessionId : undefined;
}

/**
 * The session's own network. Docker publishes a container's ports through that of its networks whose name sorts first, and moves
 * them, cutting what is connected, when a network with an earlier name is joined: a door (session manager, gateway) would lose
 * its clients at every launch. So these names sort after all that a door may be on.
 */
export const networkName = (sessionId: string): string => `zz-jarvis-${sessionId}-net`;
