import { Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';
import { sha256 } from '../instances/secrets';
import { addressGroup } from './address-group';
import { TooManyAttemptsError } from './auth.errors';

/** Wrong passwords within a minute, and tries under way at once, that an account bears from one address. */
const MOST_FAILURES = 10;
const MOST_AT_ONCE = 50;
const MEMORY_SECONDS = 60;

/** KEYS: failures, tries under way. ARGV: the most of each, life (s). Answers 1 when one more try may be made. */
const BEGIN = `
if tonumber(redis.call('GET', KEYS[1]) or '0') >= tonumber(ARGV[1]) then return 0 end
if tonumber(redis.call('GET', KEYS[2]) or '0') >= tonumber(ARGV[2]) then return 0 end
redis.call('INCR', KEYS[2])
redis.call('EXPIRE', KEYS[2], ARGV[3])
return 1
`;
/** KEYS: failures, tries under way. ARGV: 1 for a failure, life (s), the most failures. Answers for how long (s) this one closes the account, or 0. */
const END = `
if tonumber(redis.call('GET', KEYS[2]) or '0') > 0 then redis.call('DECR', KEYS[2]) end
if ARGV[1] == '0' then return 0 end
local failures = redis.call('INCR', KEYS[1])
if failures == 1 then redis.call('EXPIRE', KEYS[1], ARGV[2]) end
if failures == tonumber(ARGV[3]) then return math.max(1, redis.call('TTL', KEYS[1])) end
return 0
`;

export interface Attempt {
  readonly succeeded: boolean;
  /** For how long, in seconds, this wrong one closes the account to the address; 0 of any other. */
  readonly closesFor: number;
}

/**
 * Slows the guessing of passwords, over all replicas, per account and address: ten wrong ones close it for a minute, for the right
 * one too. Whoever has logged in before goes on with the token.
 */
@Injectable()
export class LoginThrottle {
  constructor(private readonly redis: Redis) {}

  /**
   * Makes the attempt, unless too many before it were wrong.
   * @throws TooManyAttemptsError
   */
  async guard(username: string, address: string, attempt: () => boolean): Promise<Attempt> {
    const id = sha256(`${username}\0${addressGroup(address)}`);
    const keys = [`auth:failures:${id}`, `auth:tries:${id}`] as const;
    const may = await this.redis.eval(BEGIN, keys.length, ...keys, MOST_FAILURES, MOST_AT_ONCE, MEMORY_SECONDS);
    if (may !== 1) throw new TooManyAttemptsError(Math.max(1, await this.redis.ttl(keys[0])));
    const succeeded = attempt();
    const closesFor = await this.redis.eval(
      END,
      keys.length,
      ...keys,
      succeeded ? 0 : 1,
      MEMORY_SECONDS,
      MOST_FAILURES,
    );
    return { succeeded, closesFor: closesFor as number };
  }
}
