import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@app/config';
import { Redis } from 'ioredis';
import { CONFIG } from '../composition/tokens';

/** How long, in seconds, a login holds. */
export const TOKEN_SECONDS = 8 * 3_600;

/**
 * The short-lived tokens that a login answers; Redis keeps their hashes, so they can be taken back. The hashes are keyed with the password:
 * whoever changes it ends all logins.
 */
@Injectable()
export class AdminTokens {
  constructor(
    private readonly redis: Redis,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async issue(username: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.redis.set(this.keyOf(token), username, 'EX', TOKEN_SECONDS);
    return token;
  }

  /** The account that the token was issued to. */
  async account(token: string): Promise<string | undefined> {
    return (await this.redis.get(this.keyOf(token))) ?? undefined;
  }

  async revoke(token: string): Promise<void> {
    await this.redis.del(this.keyOf(token));
  }

  private keyOf(token: string): string {
    return `auth:token:${createHmac('sha256', this.config.admin.password).update(token).digest('hex')}`;
  }
}
