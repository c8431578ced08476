import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Config } from '@app/config';
import { Redis } from 'ioredis';
import { redisOptions } from '../composition/redis';
import { CONFIG } from '../composition/tokens';
import { KEYS } from './keys';
import type { Session } from './session';
import { SessionsRepository } from './sessions.repository';

/** Where Redis tells a RESP2 connection what has changed: its documentation of client-side caching. */
const INVALIDATIONS = '__redis__:invalidate';
const PREFIX = KEYS.session('');
/** A connection that is half dead tells nothing: no record is believed for longer, nor are keys that were exchanged. */
const MOST_MS = 1_000;
const MOST_RECORDS = 10_000;

interface Kept {
  readonly session: Session;
  readonly until: number;
}

/**
 * Records of sessions as they were last read, dropped when Redis says that they changed (`CLIENT TRACKING` in broadcast mode), whoever
 * changed them. For reads that come very often; what decides a change reads the repository. While the connection that tells of
 * changes is away nothing is kept.
 */
@Injectable()
export class SessionCache implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('SessionCache');
  private readonly kept = new Map<string, Kept>();
  /** Reads under way: one that a change overtakes must not be kept. */
  private readonly reads = new Map<string, symbol>();
  private readonly listener: Redis;
  private isTold = false;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly repository: SessionsRepository,
  ) {
    this.listener = new Redis({
      ...redisOptions(config),
      // Version 3 of the protocol would send pushes, which ioredis drops.
      protocol: 2,
      maxRetriesPerRequest: null,
      autoResubscribe: false,
      lazyConnect: true,
    });
  }

  onModuleInit(): void {
    this.listener.on('error', () => undefined);
    this.listener.on('ready', () => void this.listen());
    this.listener.on('close', () => this.forgetAll(false));
    this.listener.on('messageBuffer', (_channel: Buffer, keys: unknown) => this.forget(keys));
    void this.listener.connect().catch(() => undefined);
  }

  onApplicationShutdown(): void {
    this.listener.disconnect();
  }

  /** The session as Redis holds it, or held it less than a moment ago; at once where it is kept. */
  find(sessionId: string): Session | Promise<Session | undefined> {
    const kept = this.kept.get(sessionId);
    return kept !== undefined && kept.until > performance.now() ? kept.session : this.read(sessionId);
  }

  private async read(sessionId: string): Promise<Session | undefined> {
    const read = Symbol(sessionId);
    this.reads.set(sessionId, read);
    try {
      const session = await this.repository.find(sessionId);
      if (session !== undefined && this.isTold && this.reads.get(sessionId) === read) this.keep(session);
      return session;
    } finally {
      if (this.reads.get(sessionId) === read) this.reads.delete(sessionId);
    }
  }

  private keep(session: Session): void {
    if (this.kept.size >= MOST_RECORDS) this.kept.clear();
    this.kept.set(session.sessionId, { session, until: performance.now() + MOST_MS });
  }

  private async listen(): Promise<void> {
    try {
      const id = await this.listener.client('ID');
      await this.listener.call('CLIENT', 'TRACKING', 'ON', 'REDIRECT', String(id), 'BCAST', 'PREFIX', PREFIX);
      await this.listener.subscribe(INVALIDATIONS);
      this.forgetAll(true);
    } catch (error) {
      // Without it every read asks Redis, which is slower and as right.
      if (this.listener.status === 'ready') this.logger.warn(`Redis does not tell of changes: ${String(error)}`);
    }
  }

  /** `keys` are the changed ones, or null when all are gone. */
  private forget(keys: unknown): void {
    if (!Array.isArray(keys)) return this.forgetAll(true);
    for (const key of keys) {
      const sessionId = String(key).slice(PREFIX.length);
      this.kept.delete(sessionId);
      this.reads.delete(sessionId);
    }
  }

  private forgetAll(isTold: boolean): void {
    this.isTold = isTold;
    this.kept.clear();
    this.reads.clear();
  }
}
