import type { Service } from './types';

/** The names that the manual gives to what belongs to a session. */
export const containerName = (sessionId: string, service: Service): string => `jarvis-${sessionId}-${service}`;
export const volumeName = (sessionId: string): string => `jarvis-${sessionId}-data`;

/**
 * The session's own network. Docker publishes a container's ports through that of its networks whose name sorts first, and moves
 * them, cutting what is connected, when a network with an earlier name is joined: a door (session manager, gateway) would lose
 * its clients at every launch. So these names sort after all that a door may be on.
 */
export const networkName = (sessionId: string): string => `zz-jarvis-${sessionId}-net`;
