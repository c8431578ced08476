import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Config } from '@app/config';
import type { Redis } from 'ioredis';
import { Subject, type Observable } from 'rxjs';
import { connectBlockingRedis } from '../composition/redis';
import { CONFIG } from '../composition/tokens';
import { EVENTS_CHANNEL } from './keys';
import type { SessionChange } from './session';

/** Changes of sessions as any replica publishes them. */
@Injectable()
export class SessionEvents implements OnModuleInit, OnApplicationShutdown {
  private readonly subject = new Subject<SessionChange>();
  private readonly subscriber: Redis;

  constructor(@Inject(CONFIG) config: Config) {
    this.subscriber = connectBlockingRedis(config);
  }

  onModuleInit(): void {
    this.subscriber.on('message', (_channel, message: string) =>
      this.subject.next(JSON.parse(message) as SessionChange),
    );
    // ioredis subscribes again by itself after a reconnection.
    void this.subscriber.subscribe(EVENTS_CHANNEL).catch(() => undefined);
  }

  onApplicationShutdown(): void {
    this.subscriber.disconnect();
    this.subject.complete();
  }

  get all(): Observable<SessionChange> {
    return this.subject.asObservable();
  }
}
