import { Injectable } from '@nestjs/common';
import { Orchestrator, type InstanceSpec, type Service } from '@app/orchestrator';
import { ConfigureError } from './instances.errors';

/** What an instance is told of its session: `PUT /api/v1/session` of `docs/instance.md`. */
export interface InstanceConfig {
  readonly session_id: string;
  readonly user_id: string;
  readonly expires_at: string;
  readonly revision: string;
  /** By which a claimed warm instance finds back to its owner when Redis was lost. */
  readonly token_sha256: string;
  readonly features: object;
  /** What the organisers tell everybody; the instance hides those that have ended. */
  readonly messages: readonly InstanceMessage[];
}

export interface InstanceMessage {
  readonly message_id: string;
  readonly text: string;
  readonly severity: 'info' | 'warning';
  readonly created_at: string;
  readonly ends_at: string | null;
}

/** Whose an instance is, as it knows itself; `configured` is false while it is nobody's. */
export type InstanceIdentity =
  | { readonly configured: false }
  | {
      /** Missing in images that know nothing of owners. */
      readonly configured?: true;
      readonly session_id: string;
      readonly user_id: string;
      readonly expires_at: string | null;
      readonly token_sha256?: string | null;
    };

const TIMEOUT_MS = 5_000;
const REHEARSALS = 12;
/** No token has this hash. */
const NOBODY = '0'.repeat(64);

/** Speaks to the backend of a running instance. */
@Injectable()
export class InstanceClient {
  constructor(private readonly orchestrator: Orchestrator) {}

  /** @throws ConfigureError when the backend is away or refuses. */
  async configure(
    instance: Pick<InstanceSpec, 'instanceId' | 'ports' | 'apiKey'>,
    config: InstanceConfig,
    signal?: AbortSignal,
  ): Promise<void> {
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const response = await fetch(`${this.orchestrator.serviceUrl('backend', instance)}/api/v1/session`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'x-api-key': instance.apiKey },
        body: JSON.stringify(config),
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${response.status} ${text.slice(0, 200)}`);
    } catch (cause) {
      throw new ConfigureError(instance.instanceId, { cause });
    }
  }

  /**
   * Has an instance that is nobody's yet do what a claim will ask of it, as often as it takes until its code runs fast: in a burst of
   * claims all instances would otherwise run it for the first time at once. `identity` stays what it was born with.
   * @throws ConfigureError
   */
  async rehearse(
    instance: Pick<InstanceSpec, 'instanceId' | 'sessionId' | 'ports' | 'apiKey' | 'expiresAt'>,
    signal: AbortSignal,
  ): Promise<void> {
    const config: InstanceConfig = {
      session_id: instance.sessionId,
      user_id: '',
      expires_at: instance.expiresAt.toISOString(),
      revision: '',
      token_sha256: NOBODY,
      features: {},
      messages: [],
    };
    for (let rehearsal = 0; rehearsal < REHEARSALS; rehearsal++) {
      await this.configure(instance, config, signal);
      await this.health(instance);
    }
  }

  /** Asks a running instance whose it is. */
  async identity(instance: Pick<InstanceSpec, 'instanceId' | 'ports' | 'apiKey'>): Promise<InstanceIdentity> {
    const response = await fetch(`${this.orchestrator.serviceUrl('backend', instance)}/api/v1/session`, {
      headers: { 'x-api-key': instance.apiKey },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`The backend of ${instance.instanceId} answered ${response.status}`);
    return (await response.json()) as InstanceIdentity;
  }

  /** Whether each server answers its health check. */
  async health(instance: Pick<InstanceSpec, 'instanceId' | 'ports'>): Promise<Record<Service, boolean>> {
    const [backend, frontend] = await Promise.all([
      answers(`${this.orchestrator.serviceUrl('backend', instance)}/api/v1/health`),
      answers(`${this.orchestrator.serviceUrl('frontend', instance)}/health`),
    ]);
    return { backend, frontend };
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    await response.text();
    return response.ok;
  } catch {
    return false;
  }
}
