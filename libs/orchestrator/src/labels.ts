import type { InstanceSpec, ObservedInstance, PortPair, Service } from './types';
import { SERVICES } from './types';

export type Labels = Readonly<Record<string, string>>;

/** Which manager's an object is, and of which instance. */
export const MANAGED_BY = 'jarvis_session_manager';

/** What a volume and a network carry, and a container too. */
export const instanceLabels = (spec: Omit<InstanceSpec, 'apiKey'>, deployment: string): Labels => ({
  managed_by: MANAGED_BY,
  deployment,
  session_id: spec.sessionId,
  instance_id: spec.instanceId,
  user_id: spec.userId,
  expires_at: spec.expiresAt.toISOString(),
  token_sha256: spec.tokenHash,
  frontend_port: String(spec.ports.frontend),
  backend_port: String(spec.ports.backend),
  ...(spec.warm && { warm: 'true' }),
});

export const serviceLabels = (spec: Omit<InstanceSpec, 'apiKey'>, deployment: string, service: Service): Labels => ({
  ...instanceLabels(spec, deployment),
  service,
});

/** Filters for everything of a deployment, or of one instance of it. */
export const labelFilters = (deployment: string, instanceId?: string): string[] => [
  `managed_by=${MANAGED_BY}`,
  `deployment=${deployment}`,
  ...(instanceId === undefined ? [] : [`instance_id=${instanceId}`]),
];

export type LabelledInstance = Pick<
  ObservedInstance,
  'instanceId' | 'sessionId' | 'userId' | 'tokenHash' | 'expiresAt' | 'warm'
> & { readonly ports: PortPair; readonly service: Service | undefined };

/** What labels tell; `undefined` when they are not an instance's. */
export function readLabels(labels: Labels | null | undefined): LabelledInstance | undefined {
  const { instance_id: instanceId, session_id: sessionId } = labels ?? {};
  if (!labels || !instanceId || !sessionId) return undefined;
  const expiresAt = new Date(labels['expires_at'] ?? 0);
  return {
    instanceId,
    sessionId,
    userId: labels['user_id'] ?? '',
    tokenHash: labels['token_sha256'] ?? '',
    expiresAt: Number.isNaN(expiresAt.getTime()) ? new Date(0) : expiresAt,
    ports: { frontend: Number(labels['frontend_port']), backend: Number(labels['backend_port']) },
    service: SERVICES.find((service) => service === labels['service']),
    warm: labels['warm'] === 'true',
  };
}
