import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { inParallel } from '../composition/in-parallel';
import { InstanceClient, type InstanceConfig, type InstanceMessage } from '../instances/instance-client';
import { sha256 } from '../instances/secrets';
import { type Message, MessagesRepository } from './messages.repository';
import type { Session } from './session';
import { SessionsRepository } from './sessions.repository';
import type { Settings } from './settings';
import { SettingsService } from './settings.service';

const PARALLEL = 16;
/** How long an organiser's request waits for the instances to be told; one that hangs is told in the background. */
const SOON_MS = 1_500;

/** How far the newest configuration has come. */
export interface Rollout {
  /** Running instances. */
  readonly active: number;
  /** Ids of the sessions whose instances have not taken it. */
  readonly pending: readonly string[];
}

/** Brings what the organisers decided to the running instances. */
@Injectable()
export class SessionConfigurator implements OnApplicationShutdown {
  private readonly logger = new Logger('Sessions');
  private round = new AbortController();
  /** Those that did not answer last time come last the next time, so that they hold nobody up. */
  private missed = new Set<string>();

  constructor(
    private readonly repository: SessionsRepository,
    private readonly settings: SettingsService,
    private readonly messages: MessagesRepository,
    private readonly client: InstanceClient,
  ) {}

  onApplicationShutdown(): void {
    this.round.abort();
  }

  /** Whether the instance has taken the newest configuration. */
  async isCurrent(session: Session): Promise<boolean> {
    return (await this.lacking([session])).length === 0;
  }

  /** How far it has come, by the given settings or those in force. */
  async rollout(settings?: Settings): Promise<Rollout> {
    const active = await this.active();
    const pending = await this.lacking(active, settings);
    return { active: active.length, pending: pending.map(({ sessionId }) => sessionId) };
  }

  /** Sends the newest configuration and remembers that it arrived; throws ConfigureError when it did not. */
  async apply(session: Session, signal?: AbortSignal): Promise<void> {
    if (session.ports === undefined) return;
    const [config] = await this.configsOf([session]);
    await this.client.configure({ ...session, ports: session.ports }, config!, signal);
    await this.repository.change(session, ['creating', 'active'], { appliedRevision: config!.revision });
  }

  /**
   * Sends it to every active session that lacks it, a few at a time. Resolves when all were tried, or when a newer round, which knows newer
   * settings, takes the place of this one.
   */
  async applyToAll(): Promise<void> {
    this.round.abort();
    const round = new AbortController();
    this.round = round;
    const lacking = await this.lacking(await this.active());
    this.missed = new Set(lacking.map(({ sessionId }) => sessionId).filter((id) => this.missed.has(id)));
    const inOrder = lacking.toSorted((a, b) => this.lateness(a) - this.lateness(b));
    await inParallel(inOrder, PARALLEL, (session) => this.tryToApply(session, round.signal));
  }

  /** The same, but resolves after a moment: what takes longer goes on, and what fails is tried again by the reconciler. */
  async applyToAllSoon(): Promise<void> {
    const round = this.applyToAll().catch((error: unknown) =>
      this.logger.warn('Failed to configure the instances; the reconciler does it', { error: String(error) }),
    );
    await Promise.race([round, sleep(SOON_MS, undefined, { ref: false })]);
  }

  private async tryToApply(session: Session, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const { sessionId } = session;
    try {
      await this.apply(session, signal);
      this.missed.delete(sessionId);
    } catch (error) {
      if (signal.aborted) return;
      this.missed.add(sessionId);
      this.logger.warn({ sessionId, message: `Failed to configure ${sessionId}`, error: String(error) });
    }
  }

  private lateness({ sessionId }: Session): number {
    return this.missed.has(sessionId) ? 1 : 0;
  }

  private async active(): Promise<Session[]> {
    return (await this.repository.list()).filter(({ status }) => status === 'active');
  }

  private async lacking(sessions: readonly Session[], settings?: Settings): Promise<Session[]> {
    const configs = await this.configsOf(sessions, settings);
    return sessions.filter(({ appliedRevision }, i) => appliedRevision !== configs[i]!.revision);
  }

  /** What each instance should know at this moment. */
  private async configsOf(sessions: readonly Session[], settings?: Settings): Promise<InstanceConfig[]> {
    const [all, messages] = await Promise.all([
      this.settings.featuresOf(
        sessions.map(({ sessionId }) => sessionId),
        settings,
      ),
      this.messages.list(),
    ]);
    const told = messages.map(toldMessage);
    return all.map(({ features }, i) => configOf(sessions[i]!, features, told));
  }
}

const toldMessage = ({ messageId, text, severity, createdAt, endsAt }: Message): InstanceMessage => ({
  message_id: messageId,
  text,
  severity,
  created_at: createdAt.toISOString(),
  ends_at: endsAt?.toISOString() ?? null,
});

function configOf(session: Session, features: object, messages: readonly InstanceMessage[]): InstanceConfig {
  const config = {
    session_id: session.sessionId,
    user_id: session.userId,
    expires_at: session.expiresAt.toISOString(),
    token_sha256: session.tokenHash,
    features,
    messages,
  };
  return { ...config, revision: sha256(JSON.stringify(config)).slice(0, 16) };
}
