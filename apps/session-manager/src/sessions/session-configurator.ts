import { Injectable, Logger } from '@nestjs/common';
import { inParallel } from '../composition/in-parallel';
import { InstanceClient, type InstanceConfig } from '../instances/instance-client';
import { sha256 } from '../instances/secrets';
import type { Session } from './session';
import { SessionsRepository } from './sessions.repository';
import { SettingsService } from './settings.service';

const PARALLEL = 16;

/** Brings what the organisers decided to the running instances. */
@Injectable()
export class SessionConfigurator {
  private readonly logger = new Logger('Sessions');

  constructor(
    private readonly repository: SessionsRepository,
    private readonly settings: SettingsService,
    private readonly client: InstanceClient,
  ) {}

  /** What the instance should know at this moment. */
  async configOf(session: Session): Promise<InstanceConfig> {
    const config = {
      session_id: session.sessionId,
      user_id: session.userId,
      expires_at: session.expiresAt.toISOString(),
      token_sha256: session.tokenHash,
      features: await this.settings.featuresOf(session.sessionId),
    };
    return { ...config, revision: sha256(JSON.stringify(config)).slice(0, 16) };
  }

  /** Whether the instance has taken the newest configuration. */
  async isCurrent(session: Session): Promise<boolean> {
    return session.appliedRevision === (await this.configOf(session)).revision;
  }

  /** Sends the newest configuration and remembers that it arrived; throws ConfigureError when it did not. */
  async apply(session: Session, signal?: AbortSignal): Promise<void> {
    if (session.ports === undefined) return;
    const config = await this.configOf(session);
    await this.client.configure({ ...session, ports: session.ports }, config, signal);
    await this.repository.change(session, ['creating', 'active'], { appliedRevision: config.revision });
  }

  /** Sends it to every active session that lacks it, a few at a time. Answers the sessions that could not be reached. */
  async applyToAll(): Promise<string[]> {
    const waiting = (await this.repository.list()).filter(({ status }) => status === 'active');
    const missed: string[] = [];
    await inParallel(waiting, PARALLEL, async (session) => {
      const { sessionId } = session;
      try {
        if (!(await this.isCurrent(session))) await this.apply(session);
      } catch (error) {
        missed.push(sessionId);
        this.logger.warn({ sessionId, message: `Failed to configure ${sessionId}`, error: String(error) });
      }
    });
    return missed;
  }
}
