import { Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';
import { defineCommands, type Commands } from '../composition/define-commands';
import { EVENTS_CHANNEL, KEYS } from './keys';
import { launchEntry, LAUNCHES_KEPT, LAUNCHES_KEPT_SECONDS, type LaunchOutcome } from './launch-log';
import { changeOf, type EndedSession, type Session, type SessionChange, type SessionStatus } from './session';
import { instanceIdOf } from './session-id';
import { changedFields, ended, endedFromJson, fromHash, type Hash } from './session-record';
import { CHANGE, COUNT_STATUSES, DROP_GHOSTS, EXPIRE, EXTEND, FINISH } from './sessions.scripts';

export type Extension =
  { readonly outcome: 'extended' | 'too_long'; readonly expiresAt: Date } | { readonly outcome: 'gone' };

type Changing = 'status' | 'step' | 'ports' | 'endReason' | 'appliedRevision' | 'launches';
type Clearable = 'error' | 'errorCode' | 'rotatedFrom';
/** What of a session changes in its life; `undefined` clears. */
export type SessionFields = Partial<Pick<Session, Changing>> & {
  readonly [K in Clearable]?: Session[K] | undefined;
};

/** What makes sure that an extension happens once, however often it is tried. */
export interface Once {
  /** A set of the sessions for which it has happened, for one purpose only. */
  readonly key: string;
  readonly keptMs: number;
}

/** What a change of a record depends on, and what it brings about besides. */
interface Writing {
  /** Only while this token opens the session. */
  readonly tokenHash?: string;
  /** Told to every replica. */
  readonly change?: SessionChange;
  /** For the log of launches. */
  readonly launch?: readonly string[];
}

const HISTORY_LENGTH = 1_000;
const COMMANDS = {
  sessionChange: [CHANGE, 2],
  sessionExpire: [EXPIRE, 2],
  sessionExtend: [EXTEND, 3],
  sessionFinish: [FINISH, 8],
  sessionDropGhosts: [DROP_GHOSTS, 2],
  sessionCountStatuses: [COUNT_STATUSES, 1],
} as const;

/** Sessions in Redis, from when they were taken in. Each change that others could race with is one script. */
@Injectable()
export class SessionsRepository {
  private readonly commands: Commands<typeof COMMANDS>;

  constructor(private readonly redis: Redis) {
    this.commands = defineCommands(redis, COMMANDS);
  }

  async find(sessionId: string): Promise<Session | undefined> {
    return fromHash(await this.redis.hgetall(KEYS.session(sessionId)));
  }

  /** The session of a token, by the token's hash. */
  async findByToken(tokenHash: string): Promise<Session | undefined> {
    const sessionId = await this.redis.hget(KEYS.tokens, tokenHash);
    return sessionId === null ? undefined : this.find(sessionId);
  }

  /** Every session that has not ended, the next to expire first. */
  async list(): Promise<Session[]> {
    return this.findAll(await this.ids());
  }

  /** Of every session that has not ended, the next to expire first. */
  ids(): Promise<string[]> {
    return this.redis.zrange(KEYS.expiry, '0', '-1');
  }

  /** Those that have a record, in the order asked for. */
  async findAll(ids: readonly string[]): Promise<Session[]> {
    if (ids.length === 0) return [];
    const pipeline = this.redis.pipeline();
    for (const id of ids) pipeline.hgetall(KEYS.session(id));
    const answers = (await pipeline.exec()) ?? [];
    return answers.flatMap(([error, hash]) => {
      if (error !== null) throw error;
      return fromHash(hash as Hash) ?? [];
    });
  }

  /** Ids of the instances of all sessions that have not ended: each session's id ends with its instance's. */
  async instanceIds(): Promise<string[]> {
    return (await this.redis.zrange(KEYS.expiry, '0', '-1')).map(instanceIdOf);
  }

  count(): Promise<number> {
    return this.redis.zcard(KEYS.expiry);
  }

  /** How many places are kept for reservations. */
  reserved(now: Date): Promise<number> {
    return this.redis.zcount(KEYS.reservations, `(${now.getTime()}`, '+inf');
  }

  /** How many sessions have each status. */
  async countStatuses(): Promise<Record<'creating' | 'active' | 'stopping', number>> {
    const [creating, active, stopping] = (await this.commands.sessionCountStatuses(KEYS.expiry)) as number[];
    return { creating: creating!, active: active!, stopping: stopping! };
  }

  /** Those of the ids of which nothing is left. */
  async gone(ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const scores = await this.redis.zmscore(KEYS.expiry, ...ids);
    return ids.filter((_, i) => scores[i] === null);
  }

  /** Ids of sessions whose time has run out, the longest overdue first; some may be stopping already. */
  expired(now: Date): Promise<string[]> {
    return this.redis.zrangebyscore(KEYS.expiry, '-inf', now.getTime());
  }

  /** Drops what an index says of sessions that have no record: somebody deleted the record by hand. */
  async dropGhosts(): Promise<number> {
    return (await this.commands.sessionDropGhosts(KEYS.expiry, KEYS.tokens)) as number;
  }

  /** Changes fields of a session that has one of these statuses, and publishes it. Answers whether it did. */
  change(session: Session, from: readonly SessionStatus[], fields: SessionFields): Promise<boolean> {
    return this.write(session, from, fields);
  }

  /** Like `change`, of one that is being started with these keys. */
  advance(session: Session, fields: SessionFields): Promise<boolean> {
    return this.write(session, ['creating'], fields, { tokenHash: session.tokenHash });
  }

  /** The same, at the end of a launch: what became of it is on record at the same moment. */
  endLaunch(session: Session, fields: SessionFields, outcome: LaunchOutcome): Promise<boolean> {
    const launch = launchEntry(session, outcome, new Date());
    return this.write(session, ['creating'], fields, { tokenHash: session.tokenHash, launch });
  }

  /** Remembers whether somebody stopped a container of this session by hand. */
  async setStoppedByHand(sessionId: string, stopped: boolean): Promise<void> {
    await this.writeHash(sessionId, ['active'], { stopped_by_hand: stopped ? '1' : '0' }, {});
  }

  /** Begins to stop a session whose time has run out; one that was extended meanwhile lives on. */
  async expire(session: Session, now: Date): Promise<boolean> {
    const change = changeOf(session, { status: 'stopping', endReason: 'expired' });
    return (
      (await this.commands.sessionExpire(
        KEYS.session(session.sessionId),
        KEYS.expiry,
        session.sessionId,
        now.getTime(),
        JSON.stringify(change),
      )) === 1
    );
  }

  /** Moves the expiry by `ms`, or as far as `latest` without it; never past `latest`. */
  async extend(sessionId: string, ms: number | undefined, latest: Date, once?: Once): Promise<Extension> {
    const [expiry, outcome] = (await this.commands.sessionExtend(
      KEYS.session(sessionId),
      KEYS.expiry,
      once?.key ?? '',
      sessionId,
      ms ?? '',
      latest.getTime(),
      once?.keptMs ?? '',
    )) as [string, Extension['outcome']];
    return outcome === 'gone' ? { outcome } : { outcome, expiresAt: new Date(Number(expiry)) };
  }

  /** Tells every replica of a change that no script published. */
  async publish(change: SessionChange): Promise<void> {
    await this.redis.publish(EVENTS_CHANNEL, JSON.stringify(change));
  }

  /** Moves a session, all of whose resources are gone, to the history. */
  async finish(session: Session, endedAt: Date): Promise<void> {
    const record = ended(session, endedAt);
    await this.commands.sessionFinish(
      KEYS.session(session.sessionId),
      KEYS.expiry,
      KEYS.user(session.userId),
      KEYS.tokens,
      KEYS.sessionConfig(session.sessionId),
      KEYS.history,
      KEYS.historyOrder,
      KEYS.ends,
      session.sessionId,
      session.tokenHash,
      JSON.stringify(record),
      HISTORY_LENGTH,
      JSON.stringify(changeOf(session, { status: record.status, endReason: record.endReason })),
      endedAt.getTime(),
    );
  }

  /** The sessions of the history, in no order. */
  async listEnded(): Promise<EndedSession[]> {
    return (await this.redis.hvals(KEYS.history)).map(endedFromJson);
  }

  async findEnded(sessionId: string): Promise<EndedSession | undefined> {
    const json = await this.redis.hget(KEYS.history, sessionId);
    return json === null ? undefined : endedFromJson(json);
  }

  private async write(
    session: Session,
    from: readonly SessionStatus[],
    fields: SessionFields,
    also: Pick<Writing, 'tokenHash' | 'launch'> = {},
  ): Promise<boolean> {
    const changed = { ...session, ...fields } as Session;
    const hash = changedFields(session, changed);
    if (Object.keys(hash).length === 0) return true;
    const quiet = !('status' in fields || 'step' in fields);
    return this.writeHash(session.sessionId, from, hash, { ...also, ...(!quiet && { change: changeOf(changed) }) });
  }

  private async writeHash(
    sessionId: string,
    from: readonly SessionStatus[],
    hash: Hash,
    { tokenHash, change, launch }: Writing,
  ): Promise<boolean> {
    return (
      (await this.commands.sessionChange(
        KEYS.session(sessionId),
        KEYS.launches,
        from.join(','),
        tokenHash ?? '',
        change === undefined ? '' : JSON.stringify(change),
        launch === undefined ? '' : JSON.stringify(launch),
        LAUNCHES_KEPT,
        LAUNCHES_KEPT_SECONDS,
        ...Object.entries(hash).flat(),
      )) === 1
    );
  }
}
