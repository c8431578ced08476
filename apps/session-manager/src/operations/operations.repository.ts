import { Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';
import { defineCommands, type Commands } from '../composition/define-commands';
import type { Once } from '../sessions/sessions.repository';
import { fromOperationHash, toOperationHash, type Operation, type OperationFailure } from './operation';
import { FINISH, SETTLE } from './operations.scripts';

/** A day after its last step nothing is left of an operation. */
const KEPT_MS = 86_400_000;
/** Events and lists do not grow with what went wrong. */
export const MOST_LISTED_FAILURES = 100;
const LIST = 'operations';
const keysOf = (id: string) => ({
  record: `operations:${id}`,
  /** What it is about. */
  sessions: `operations:${id}:sessions`,
  /** What it has begun to act on: what comes again is not done twice. */
  acted: `operations:${id}:acted`,
  settled: `operations:${id}:settled`,
  failures: `operations:${id}:failures`,
});

const COMMANDS = { operationSettle: [SETTLE, 5], operationFinish: [FINISH, 5] } as const;

/** Operations in Redis. */
@Injectable()
export class OperationsRepository {
  private readonly commands: Commands<typeof COMMANDS>;

  constructor(private readonly redis: Redis) {
    this.commands = defineCommands(redis, COMMANDS);
  }

  async add(operation: Operation, sessionIds: readonly string[]): Promise<void> {
    const { operationId: id, startedAt } = operation;
    const { record, sessions } = keysOf(id);
    const at = startedAt.getTime();
    const replies = await this.redis
      .multi()
      .hset(record, toOperationHash(operation))
      .pexpire(record, KEPT_MS)
      .rpush(sessions, ...sessionIds)
      .pexpire(sessions, KEPT_MS)
      .zadd(LIST, at, id)
      .zremrangebyscore(LIST, '-inf', at - 2 * KEPT_MS)
      .exec();
    for (const [error] of replies ?? []) if (error !== null) throw error;
  }

  async find(id: string): Promise<Operation | undefined> {
    return fromOperationHash(id, await this.redis.hgetall(keysOf(id).record));
  }

  /** Those that are kept, the newest first. */
  async list(): Promise<Operation[]> {
    const ids = await this.redis.zrange(LIST, '0', '-1', 'REV');
    const found = await Promise.all(ids.map((id) => this.find(id)));
    return found.filter((operation) => operation !== undefined);
  }

  /** Those for which it did not work, or the first `most` of them. */
  async failures(id: string, most = 0): Promise<OperationFailure[]> {
    const failures = await this.redis.lrange(keysOf(id).failures, 0, most - 1);
    return failures.map((json) => JSON.parse(json) as OperationFailure);
  }

  /** The sessions that were not counted yet, in the order in which they were named. */
  async unsettled(id: string): Promise<string[]> {
    const { sessions, settled } = keysOf(id);
    const [all, done] = await Promise.all([this.redis.lrange(sessions, 0, -1), this.redis.smembers(settled)]);
    const counted = new Set(done);
    return all.filter((sessionId) => !counted.has(sessionId));
  }

  /** What the extension of a session notes that it happened in. */
  once(id: string): Once {
    return { key: keysOf(id).acted, keptMs: KEPT_MS };
  }

  /** Notes that the operation is about to act on the session. Answers false when that was noted before. */
  async markActed(id: string, sessionId: string): Promise<boolean> {
    const { acted } = keysOf(id);
    return (await this.redis.sadd(acted, sessionId)) === 1;
  }

  async hasActed(id: string, sessionId: string): Promise<boolean> {
    return (await this.redis.sismember(keysOf(id).acted, sessionId)) === 1;
  }

  /** Counts a session, once, as done or failed. */
  async settle(id: string, sessionId: string, failure?: OperationFailure): Promise<void> {
    const { record, settled, failures, sessions, acted } = keysOf(id);
    await this.commands.operationSettle(
      record,
      settled,
      failures,
      sessions,
      acted,
      sessionId,
      failure === undefined ? '' : JSON.stringify(failure),
      KEPT_MS,
    );
  }

  /** Answers whether it was running until now. */
  async finish(id: string, now: Date): Promise<boolean> {
    const { record, failures, sessions, acted, settled } = keysOf(id);
    return (
      (await this.commands.operationFinish(record, failures, sessions, acted, settled, now.getTime(), KEPT_MS)) === 1
    );
  }
}
