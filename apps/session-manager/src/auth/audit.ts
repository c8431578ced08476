import { Injectable, Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { AdminEvents } from '../composition/admin-events';
import type { AdminRequest } from './admin.guard';

/** Entries that the log keeps. */
export const KEPT = 10_000;

/** The organiser who acts; what goes on after their request keeps it. */
export type Actor = Pick<AdminRequest, 'user' | 'ip'>;

/** Who did what, when, and from where: a capped stream in Redis, and the log. */
@Injectable()
export class Audit {
  private readonly logger = new Logger('Audit');

  constructor(
    private readonly redis: Redis,
    private readonly events: AdminEvents,
  ) {}

  async record(request: Actor, action: string, target: string, detail: object = {}): Promise<void> {
    const entry = {
      at: new Date().toISOString(),
      actor: request.user?.username ?? 'unknown',
      address: request.ip,
      action,
      target,
      detail: JSON.stringify(detail),
    };
    this.logger.log(`${entry.actor} ${action} ${target}`, { ...entry });
    const id = await this.redis.xadd('audit', 'MAXLEN', '~', KEPT, '*', ...Object.entries(entry).flat());
    await this.events.publish('audit', { id, ...entry, detail });
  }
}
