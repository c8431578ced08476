import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';
import { sha256 } from '../instances/secrets';

/** How long, in seconds, a login holds. */
export const TOKEN_SECONDS = 8 * 3_600;

/** The short-lived tokens that a login answers; Redis keeps their hashes, so they can be taken back. */
@Injectable()
export class AdminTokens {
  constructor(private readonly redis: Redis) {}

  async issue(username: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.redis.set(keyOf(token), username, 'EX', TOKEN_SECONDS);
    return token;
  }

  /** The account that the token was issued to. */
  async account(token: string): Promise<string | undefined> {
    return (await this.redis.get(keyOf(token))) ?? undefined;
  }

  async revoke(token: string): Promise<void> {
    await this.redis.del(keyOf(token));
  }
}

const keyOf = (token: string) => `auth:token:${sha256(token)}`;
