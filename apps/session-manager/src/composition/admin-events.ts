import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Config } from '@app/config';
import { Redis } from 'ioredis';
import { Subject, type Observable } from 'rxjs';
import { isRedisAway } from '../http/redis-away';
import { connectBlockingRedis } from './redis';
import { CONFIG } from './tokens';

const CHANNEL = 'admin:events';
/** A reading of usage that is older says nothing of now. */
const USAGE_MS = 60_000;

/** What organisers' pages are told beside the changes of sessions, as `GET /api/admin/events` names it. */
export interface AdminEvent {
  readonly type: 'audit' | 'operation' | 'usage';
  /** The DTO of that type, ready to be sent. */
  readonly data: object;
}

/** What happens anywhere on the platform, for the organisers' pages of every replica. */
@Injectable()
export class AdminEvents implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('AdminEvents');
  private readonly subject = new Subject<AdminEvent>();
  private readonly subscriber: Redis;
  private usage: { readonly event: AdminEvent; readonly at: number } | undefined;

  /** As any replica published them. */
  readonly all: Observable<AdminEvent> = this.subject.asObservable();

  constructor(
    private readonly redis: Redis,
    @Inject(CONFIG) config: Config,
  ) {
    this.subscriber = connectBlockingRedis(config);
  }

  onModuleInit(): void {
    this.subscriber.on('message', (_channel, message: string) => this.take(JSON.parse(message) as AdminEvent));
    // ioredis subscribes again by itself after a reconnection.
    void this.subscriber.subscribe(CHANNEL).catch(() => undefined);
  }

  onApplicationShutdown(): void {
    this.subscriber.disconnect();
    this.subject.complete();
  }

  /** The newest reading of usage, for who begins to listen between two of them; undefined where none was told of late. */
  latestUsage(): AdminEvent | undefined {
    return this.usage && performance.now() - this.usage.at < USAGE_MS ? this.usage.event : undefined;
  }

  private take(event: AdminEvent): void {
    if (event.type === 'usage') this.usage = { event, at: performance.now() };
    this.subject.next(event);
  }

  /** Never rejects: what is told has happened already, and pages read it again when they come back. */
  async publish(type: AdminEvent['type'], data: object): Promise<void> {
    try {
      await this.redis.publish(CHANNEL, JSON.stringify({ type, data } satisfies AdminEvent));
    } catch (error) {
      if (!isRedisAway(error)) this.logger.warn(`Failed to tell of ${type}`, { error: String(error) });
    }
  }
}
