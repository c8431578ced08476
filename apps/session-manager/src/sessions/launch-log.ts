import { Injectable, Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { isRedisAway } from '../http/redis-away';
import { KEYS } from './keys';
import type { LaunchFailure } from './launch-error';
import type { Session } from './session';

const KEPT = 10_000;
const KEPT_SECONDS = 86_400;

/** What became of each launch: a capped stream, for the organisers' figures. */
@Injectable()
export class LaunchLog {
  private readonly logger = new Logger('Sessions');

  constructor(private readonly redis: Redis) {}

  /** To be called by whoever made the session active: Redis lets only one do it. */
  succeeded(session: Session, how: 'warm' | 'cold'): void {
    void this.add(session, { how });
  }

  /** To be called by whoever gave the launch up: Redis lets only one do it. */
  failed(session: Session, { code, words }: Pick<LaunchFailure, 'code' | 'words'>): void {
    void this.add(session, { how: 'failed', code, message: words });
  }

  /** The attendee does not wait for it, and a launch does not fail by it. */
  private async add({ sessionId, userId, createdAt }: Session, outcome: Record<string, string>): Promise<void> {
    const entry = { session: sessionId, user: userId, ms: String(Date.now() - createdAt.getTime()), ...outcome };
    try {
      await this.redis
        .pipeline()
        .xadd(KEYS.launches, 'MAXLEN', '~', KEPT, '*', ...Object.entries(entry).flat())
        .expire(KEYS.launches, KEPT_SECONDS)
        .exec();
    } catch (error) {
      if (!isRedisAway(error)) this.logger.warn(`Failed to log the launch of ${sessionId}`, { error: String(error) });
    }
  }
}
