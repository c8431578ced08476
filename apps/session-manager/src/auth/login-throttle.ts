import { Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';
import { sha256 } from '../instances/secrets';
import { TooManyAttemptsError } from './auth.errors';

const FREE_FAILURES = 10;
const MEMORY_SECONDS = 60;

/** Slows the guessing of passwords, over all replicas, per account and address: ten wrong ones close it for a minute. */
@Injectable()
export class LoginThrottle {
  constructor(private readonly redis: Redis) {}

  /** @throws TooManyAttemptsError */
  async check(username: string, address: string): Promise<void> {
    const key = keyOf(username, address);
    const failures = Number(await this.redis.get(key));
    if (failures < FREE_FAILURES) return;
    throw new TooManyAttemptsError(Math.max(1, await this.redis.ttl(key)));
  }

  async fail(username: string, address: string): Promise<void> {
    const key = keyOf(username, address);
    await this.redis.multi().incr(key).expire(key, MEMORY_SECONDS).exec();
  }
}

const keyOf = (username: string, address: string) => `auth:failures:${sha256(`${username}\0${address}`)}`;
