import { Injectable, Logger } from '@nestjs/common';
import { Orchestrator, warmSessionId, type ObservedInstance } from '@app/orchestrator';
import { InstanceClient } from '../instances/instance-client';
import type { WarmOwner } from './reconcile-plan';

const TIMEOUT_MS = 10_000;

/** Asks warm instances that Redis has forgotten whose they are: their labels were written before they were anybody's. */
@Injectable()
export class WarmOwners {
  private readonly logger = new Logger('Reconciler');

  constructor(
    private readonly orchestrator: Orchestrator,
    private readonly client: InstanceClient,
  ) {}

  /** By instance id; null for one that is nobody's; one that cannot be asked is missing. */
  async of(orphans: readonly ObservedInstance[]): Promise<Map<string, WarmOwner | null>> {
    const found = await Promise.all(
      orphans
        .filter(({ warm }) => warm)
        .map(async (instance) => [instance.instanceId, await this.ask(instance)] as const),
    );
    return new Map(found.flatMap(([id, owner]) => (owner === undefined ? [] : [[id, owner] as const])));
  }

  private async ask(instance: ObservedInstance): Promise<WarmOwner | null | undefined> {
    const { frontend, backend } = instance.ports;
    if (frontend === undefined || backend === undefined || instance.services.backend !== 'running') return undefined;
    try {
      const apiKey = await this.orchestrator.apiKey(instance, AbortSignal.timeout(TIMEOUT_MS));
      const identity = await this.client.identity({ ...instance, ports: { frontend, backend }, apiKey });
      if (identity.configured === false || identity.session_id === warmSessionId(instance.instanceId)) return null;
      // An image that keeps no owner cannot tell; it is left alone.
      if (!identity.token_sha256) return undefined;
      return {
        sessionId: identity.session_id,
        userId: identity.user_id,
        tokenHash: identity.token_sha256,
        expiresAt: new Date(identity.expires_at ?? 0),
      };
    } catch (error) {
      this.logger.warn(`The warm instance ${instance.instanceId} does not say whose it is`, { error: String(error) });
      return undefined;
    }
  }
}
