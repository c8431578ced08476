import { Injectable } from '@nestjs/common';
import type { PortPair } from '@app/orchestrator';
import { Redis } from 'ioredis';
import { defineCommands, type Commands } from '../composition/define-commands';
import { KEYS } from '../sessions/keys';
import { scored } from '../sessions/scored';
import { CHANGE_STARTING, MAKE_READY, RESIZE, RETIRE } from './pool.scripts';
import type { StoredPool } from './pool-target';

export interface ResizeRequest {
  readonly target: number;
  /** The environment's cap on sessions. */
  readonly cap: number;
  readonly revision: string;
  readonly now: number;
  /** Ready ones that were born before are replaced. */
  readonly bornBefore: number;
  readonly silenceMs: number;
  /** Ids for those that are to be started: at most so many are reserved. */
  readonly ids: readonly string[];
}

/** Failed starts in a row, and until when none is tried. */
export interface Backoff {
  readonly failures: number;
  /** ms. */
  readonly until: number;
  readonly error: string;
}

export interface PoolCounts {
  readonly ready: number;
  readonly starting: number;
  readonly retiring: number;
}

const COMMANDS = {
  poolResize: [RESIZE, 0],
  poolChangeStarting: [CHANGE_STARTING, 1],
  poolMakeReady: [MAKE_READY, 1],
  poolRetire: [RETIRE, 1],
} as const;

/** The pool in Redis. */
@Injectable()
export class PoolRepository {
  private readonly commands: Commands<typeof COMMANDS>;

  constructor(private readonly redis: Redis) {
    this.commands = defineCommands(redis, COMMANDS);
  }

  /** Marks what is to go and reserves what is to be started. Answers the ids that the caller has to start. */
  async resize({ target, cap, revision, now, bornBefore, silenceMs, ids }: ResizeRequest): Promise<string[]> {
    return (await this.commands.poolResize(
      target,
      cap,
      revision,
      now,
      bornBefore,
      silenceMs,
      ids.length,
      ...ids,
    )) as string[];
  }

  /** Records what a start needs, or that it goes on. Answers false when it is not wanted any more. */
  async note(
    id: string,
    { apiKey, ports }: { readonly apiKey?: string; readonly ports?: PortPair },
    now: number,
  ): Promise<boolean> {
    return (
      (await this.commands.poolChangeStarting(
        KEYS.poolInstance(id),
        'beat_at',
        now,
        ...(apiKey === undefined ? [] : ['api_key', apiKey]),
        ...(ports === undefined ? [] : ['frontend_port', ports.frontend, 'backend_port', ports.backend]),
      )) === 1
    );
  }

  /** Answers false when it is not wanted any more. */
  async makeReady(id: string, now: number): Promise<boolean> {
    return (await this.commands.poolMakeReady(KEYS.poolInstance(id), id, now)) === 1;
  }

  /** Marks it to be removed; one that was claimed meanwhile is left alone. */
  async retire(id: string): Promise<void> {
    await this.commands.poolRetire(KEYS.poolInstance(id), id, '');
  }

  /** Marks it to be removed if it never became ready. */
  async retireUnready(id: string): Promise<void> {
    await this.commands.poolRetire(KEYS.poolInstance(id), id, 'starting');
  }

  /** Ids with the time (ms) at which they became ready. */
  async ready(): Promise<{ id: string; at: number }[]> {
    const entries = scored(await this.redis.zrange(KEYS.poolReady, '0', '-1', 'WITHSCORES'));
    return entries.map(({ member, score }) => ({ id: member, at: score }));
  }

  retiring(): Promise<string[]> {
    return this.redis.smembers(KEYS.poolRetiring);
  }

  /** When the start of one that is to go last gave a sign of life (ms); 0 when none is under way. */
  async lastBeat(id: string): Promise<number> {
    return Number((await this.redis.hget(KEYS.poolInstance(id), 'beat_at')) ?? 0);
  }

  /** A start has come to its end, well or not. */
  async endBeat(id: string): Promise<void> {
    await this.redis.hdel(KEYS.poolInstance(id), 'beat_at');
  }

  /** Nothing of it is left. */
  async forget(id: string): Promise<void> {
    await this.redis
      .multi()
      .del(KEYS.poolInstance(id))
      .srem(KEYS.poolRetiring, id)
      .srem(KEYS.poolAll, id)
      .zrem(KEYS.poolReady, id)
      .exec();
  }

  /** Ids of all that the pool owns. */
  async list(): Promise<string[]> {
    return this.redis.sunion(KEYS.poolAll, KEYS.poolRetiring);
  }

  async counts(): Promise<PoolCounts> {
    const [ready, all, retiring] = await Promise.all([
      this.redis.zcard(KEYS.poolReady),
      this.redis.scard(KEYS.poolAll),
      this.redis.scard(KEYS.poolRetiring),
    ]);
    return { ready, starting: Math.max(0, all - ready), retiring };
  }

  async settings(): Promise<StoredPool> {
    const json = await this.redis.get(KEYS.poolConfig);
    return json === null ? {} : (JSON.parse(json) as StoredPool);
  }

  async changeSettings(change: StoredPool): Promise<void> {
    await this.redis.set(KEYS.poolConfig, JSON.stringify({ ...(await this.settings()), ...change }));
  }

  async backoff(): Promise<Backoff | undefined> {
    const json = await this.redis.get(KEYS.poolBackoff);
    return json === null ? undefined : (JSON.parse(json) as Backoff);
  }

  async setBackoff(backoff: Backoff | undefined): Promise<void> {
    if (backoff === undefined) await this.redis.del(KEYS.poolBackoff);
    else await this.redis.set(KEYS.poolBackoff, JSON.stringify(backoff));
  }
}
