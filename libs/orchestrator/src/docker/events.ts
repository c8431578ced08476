import type { InstanceEvent, ServiceState } from '../types';
import { readLabels } from '../labels';
import type { Labels } from '../labels';
import { namedSession } from '../names';

/** What a container event says: the state that follows, and whether somebody asked for it. */
const MEANINGS = new Map<string, { readonly state: ServiceState | undefined; readonly stopped: boolean }>([
  ['create', { state: 'created', stopped: false }],
  ['start', { state: 'running', stopped: false }],
  ['restart', { state: 'running', stopped: false }],
  ['unpause', { state: 'running', stopped: false }],
  ['pause', { state: 'paused', stopped: true }],
  // A stop tells `die` first and `stop` after it; a crash tells `die` alone.
  ['die', { state: 'exited', stopped: false }],
  ['stop', { state: 'exited', stopped: true }],
  ['destroy', { state: undefined, stopped: true }],
]);

export const WATCHED_EVENTS: readonly string[] = [...MEANINGS.keys()];

interface EngineEvent {
  readonly Action?: string;
  readonly Actor?: { readonly Attributes?: Labels };
}

/**
 * Our event for one line of the engine's stream, with the session that the container is named after at that moment; `undefined`
 * for what is not about a service of an instance.
 */
export function instanceEvent(line: string): InstanceEvent | undefined {
  const { Action = '', Actor } = JSON.parse(line) as EngineEvent;
  const meaning = MEANINGS.get(Action);
  const labels = readLabels(Actor?.Attributes);
  if (!meaning || !labels?.service) return undefined;
  const { instanceId, service } = labels;
  const sessionId = namedSession(Actor?.Attributes?.['name'] ?? '', labels) ?? labels.sessionId;
  return { kind: 'service', instanceId, sessionId, service, ...meaning };
}
