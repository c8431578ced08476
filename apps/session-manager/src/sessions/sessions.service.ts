import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Config } from '@app/config';
import { EngineAwayError } from '../http/engine-problem';
import { InstanceRevision } from '../instances/instance-revision';
import { makeApiKey } from '../instances/secrets';
import { CONFIG } from '../composition/tokens';
import { AdmissionsRepository, type Admission, type AdmissionRequest } from './admissions.repository';
import { Claims } from './claims';
import { Jobs } from './jobs';
import { changeOf, hasEnded, type EndReason, type Session, type SessionChange } from './session';
import { makeInstanceId, sessionIdOf, slugOf } from './session-id';
import { SessionConfigurator } from './session-configurator';
import { SessionWatch } from './session-watch';
import {
  ExtensionTooLongError,
  LaunchFailedError,
  PortsTakenError,
  SessionGoneError,
  SessionNotFoundError,
} from './sessions.errors';
import { SessionsRepository, type Once } from './sessions.repository';
import { SettingsService } from './settings.service';

const HOUR_MS = 3_600_000;
/** A year. */
const MOST_HOURS = 8_760;
/** How long a request waits for its session; after that it is answered as an asynchronous one. */
const LAUNCH_WAIT_MS = 110_000;
const END_WAIT_MS = 20_000;

/** Who a session is for, and who owns it. */
export interface Admittee {
  readonly userId: string;
  readonly metadata: Record<string, unknown>;
  /** SHA-256 (hex) of the owner's token. */
  readonly tokenHash: string;
  /** How long the session lasts; without it as the settings say. */
  readonly hours?: number;
}

/** What attendees and organisers do with sessions. */
@Injectable()
export class SessionsService {
  private readonly logger = new Logger('Sessions');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly admissions: AdmissionsRepository,
    private readonly repository: SessionsRepository,
    private readonly settings: SettingsService,
    private readonly watch: SessionWatch,
    private readonly configurator: SessionConfigurator,
    private readonly jobs: Jobs,
    private readonly claims: Claims,
    private readonly revision: InstanceRevision,
  ) {}

  /** Takes a session in, if there is room; what was admitted is to be begun. */
  async admit(
    { userId, metadata, tokenHash, hours }: Admittee,
    options: Pick<AdmissionRequest, 'idempotency' | 'ticketId' | 'reservationId'>,
  ): Promise<Admission> {
    const lifeHours = hours ?? (await this.settings.current()).session_ttl_hours;
    const instanceId = makeInstanceId();
    const now = Date.now();
    const session: Session = {
      sessionId: sessionIdOf(userId, instanceId),
      instanceId,
      userId,
      status: 'creating',
      createdAt: new Date(now),
      expiresAt: new Date(now + Math.round(lifeHours * HOUR_MS)),
      metadata,
      tokenHash,
      apiKey: makeApiKey(),
      step: 'queued',
      stoppedByHand: false,
      launches: 0,
      warm: false,
    };
    const { maxTotal, maxPerUser } = this.config.sessions;
    return this.admissions.admit({
      session,
      slug: slugOf(userId),
      caps: { total: maxTotal, perUser: maxPerUser },
      ...(this.revision.current && { revision: this.revision.current }),
      ...options,
    });
  }

  /** Binds a claimed warm instance, or has a cold one started; a claim that fails is started like a cold one. */
  async begin(session: Session): Promise<Session> {
    if (session.warm) {
      try {
        return await this.claims.bind(session);
      } catch (error) {
        const { sessionId } = session;
        this.logger.warn(`The warm instance of ${sessionId} did not come`, { sessionId, error: String(error) });
      }
    }
    await this.launchSoon(session);
    return session;
  }

  /** Begins in the background. What was admitted is recorded: if this manager dies before, the reconciler begins it. */
  beginSoon(session: Session): void {
    const { sessionId } = session;
    this.begin(session).catch((error: unknown) =>
      this.logger.warn(`Failed to begin ${sessionId}`, { sessionId, error: String(error) }),
    );
  }

  /** Has a session started that is on record: when its job cannot be made now, the reconciler makes it, as after a crash here. */
  async launchSoon(session: Session): Promise<void> {
    try {
      await this.jobs.launch(session);
    } catch (error) {
      const { sessionId } = session;
      this.logger.warn(`The start of ${sessionId} waits for the reconciler`, { sessionId, error: String(error) });
    }
  }

  /**
   * Resolves with the session once it is active, or as it is when that takes very long.
   * @throws LaunchFailedError, PortsTakenError, EngineAwayError, SessionGoneError, SessionNotFoundError when its keys were exchanged meanwhile
   */
  async untilActive(session: Session): Promise<Session> {
    const change = await this.until(session, ({ status }) => status !== 'creating', LAUNCH_WAIT_MS);
    if (change !== undefined && change.status !== 'active') throw endError(change);
    return this.again(session);
  }

  /** Resolves with the first state of the session, as long as its keys are the same, that fits, or with its end; with `undefined` after `ms`. */
  until(session: Session, fits: (change: SessionChange) => boolean, ms: number): Promise<SessionChange | undefined> {
    return this.watch.waitFor(
      session,
      (change) => hasEnded(change) || (change.tokenHash === session.tokenHash && fits(change)),
      ms,
    );
  }

  /**
   * The session as it is now, for whom its keys as they were then let in.
   * @throws SessionGoneError, SessionNotFoundError when its keys were exchanged meanwhile
   */
  async again({ sessionId, tokenHash }: Pick<Session, 'sessionId' | 'tokenHash'>): Promise<Session> {
    const session = await this.get(sessionId);
    if (session.tokenHash !== tokenHash) throw new SessionNotFoundError(sessionId);
    return session;
  }

  /** @throws SessionGoneError when it has ended, SessionNotFoundError when it never was. */
  async get(sessionId: string): Promise<Session> {
    const session = await this.repository.find(sessionId);
    if (session !== undefined) return session;
    const past = await this.repository.findEnded(sessionId);
    if (past !== undefined) throw new SessionGoneError(sessionId, past.endReason, past.error);
    throw new SessionNotFoundError(sessionId);
  }

  list(): Promise<Session[]> {
    return this.repository.list();
  }

  /**
   * Ends a session and resolves when nothing of it is left, or after a while with `stopping`.
   * @throws SessionGoneError, SessionNotFoundError
   */
  async end(sessionId: string, reason: EndReason): Promise<'ended' | 'stopping'> {
    const session = await this.get(sessionId);
    await this.beginEnd(session, reason);
    const change = await this.watch.waitFor(session, hasEnded, END_WAIT_MS);
    return change === undefined ? 'stopping' : 'ended';
  }

  /** Has a session ended in the background; one that is being ended already keeps its first reason. */
  async beginEnd(session: Session, reason: EndReason): Promise<void> {
    await this.repository.change(session, ['creating', 'active'], { status: 'stopping', endReason: reason });
    await this.jobs.retire(session.sessionId);
  }

  /**
   * Pushes the expiry back by `hours`, or as far as `latest` without them; with `once` it is safe to repeat.
   * @throws ExtensionTooLongError, SessionGoneError, SessionNotFoundError
   */
  async extend(sessionId: string, hours: number | undefined, latest: Date, once?: Once): Promise<Session> {
    const extension = await this.repository.extend(sessionId, hours && Math.round(hours * HOUR_MS), latest, once);
    switch (extension.outcome) {
      case 'too_long':
        throw new ExtensionTooLongError(extension.expiresAt, latest);
      case 'gone': {
        const session = await this.get(sessionId);
        throw new SessionGoneError(sessionId, session.endReason ?? 'deleted');
      }
      case 'extended': {
        const session = await this.get(sessionId);
        await this.repository.publish(changeOf(session));
        if (session.status !== 'active') return session;
        await this.configureSoon(session);
        return this.get(sessionId);
      }
    }
  }

  /** How late organisers may make a session end. */
  latestForOrganisers(): Date {
    return new Date(Date.now() + MOST_HOURS * HOUR_MS);
  }

  /** How late an owner may make a session end: a full life from now. */
  async latestForOwner(): Promise<Date> {
    return new Date(Date.now() + (await this.settings.current()).session_ttl_hours * HOUR_MS);
  }

  /** Begins to end every session whose time has run out; answers their ids. */
  async expire(now: Date): Promise<string[]> {
    const begun: string[] = [];
    for (const id of await this.repository.expired(now)) {
      const session = await this.repository.find(id);
      if (session === undefined || !(await this.repository.expire(session, now))) continue;
      await this.jobs.retire(id);
      begun.push(id);
    }
    if (begun.length > 0) this.logger.log(`Expired ${begun.length} sessions`, { sessions: begun });
    return begun;
  }

  /** Tells the instance; what does not arrive is repaired by the reconciler. */
  private async configureSoon(session: Session): Promise<void> {
    try {
      await this.configurator.apply(session);
    } catch (error) {
      this.logger.warn(`Failed to configure ${session.sessionId}`, {
        sessionId: session.sessionId,
        error: String(error),
      });
    }
  }
}

function endError({ sessionId, endReason, error, errorCode }: SessionChange): Error {
  if (endReason !== 'failed') return new SessionGoneError(sessionId, endReason ?? 'lost');
  switch (errorCode) {
    case 'engine_unavailable':
      return new EngineAwayError();
    case 'ports_exhausted':
      return new PortsTakenError();
    default:
      return new LaunchFailedError(error ?? 'Your instance did not start.');
  }
}
