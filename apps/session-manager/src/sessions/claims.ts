import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Config } from '@app/config';
import { CONFIG } from '../composition/tokens';
import { InstancesService } from '../instances/instances.service';
import type { Session } from './session';
import { SessionConfigurator } from './session-configurator';
import { SessionsRepository } from './sessions.repository';

/** A ready instance answers in milliseconds; one that does not is started anew. */
const TIMEOUT_MS = 10_000;

/** Makes a claimed warm instance its session's: names, identity, features. */
@Injectable()
export class Claims {
  private readonly logger = new Logger('Sessions');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: SessionsRepository,
    private readonly instances: InstancesService,
    private readonly configurator: SessionConfigurator,
  ) {}

  /**
   * Resolves with the active session. Each step may be repeated, by another replica too: a claim that a crash cut short is
   * finished by whoever finds it.
   */
  async bind(session: Session, signal?: AbortSignal): Promise<Session> {
    const began = performance.now();
    const timeout = AbortSignal.timeout(Math.min(TIMEOUT_MS, this.config.instances.launchTimeoutMs));
    const limited = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
    const [renamed, configured] = await Promise.allSettled([
      this.instances.rename(session, limited),
      this.configurator.apply(session, limited),
    ]);
    if (renamed.status === 'rejected') throw renamed.reason;
    if (configured.status === 'rejected') throw configured.reason;
    const active = { status: 'active', step: 'done' } as const;
    if (await this.repository.endLaunch(session, active, { how: 'warm' })) {
      this.logger.log(`Created session ${session.sessionId}`, {
        sessionId: session.sessionId,
        milliseconds: Math.round(performance.now() - began),
        warm: true,
      });
    }
    return { ...session, ...active };
  }
}
