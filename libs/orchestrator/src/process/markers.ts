import type { InstanceRef, Service } from '../types';

/** Which instance's service a process is, as its command line tells it. */
export interface Marker extends InstanceRef {
  readonly home: string;
  readonly deployment: string;
  readonly service: Service;
}

/** Arguments by which the process table tells whose a process is; the services ignore them. */
export const markerArguments = ({ home, deployment, sessionId, instanceId, service }: Marker): string[] => [
  `--jarvis-home=${home}`,
  `--jarvis-deployment=${deployment}`,
  `--jarvis-session=${sessionId}`,
  `--jarvis-instance=${instanceId}`,
  `--jarvis-service=${service}`,
];

const MARKER =
  / --jarvis-home=(.+?) --jarvis-deployment=(.+?) --jarvis-session=(\S+) --jarvis-instance=([0-9a-f]{8}) --jarvis-service=(backend|frontend)\s*$/s;

/** The marker at the end of a command line (its arguments joined by spaces), if there is one. */
export function readMarker(command: string): Marker | undefined {
  const match = MARKER.exec(command);
  if (!match) return undefined;
  const [, home = '', deployment = '', sessionId = '', instanceId = '', service] = match;
  return { home, deployment, sessionId, instanceId, service: service as Service };
}
