import { Injectable, Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { addressGroup } from '../auth/address-group';
import { sameText } from '../auth/admin-credentials';
import { WrongAttempts } from '../auth/wrong-attempts';
import type { ActionableError } from '../http/http-problem';
import { sha256 } from '../instances/secrets';
import { SettingsService } from '../sessions/settings.service';
import { AccessCodeRequiredError, AccessCodeWrongError, TooManyWrongCodesError } from './access.errors';

/** Wrong codes within a minute that are answered to one address, behind which a whole event may be. */
const MOST_WRONG = 300;
const MEMORY_SECONDS = 60;

/** KEYS: wrong codes. ARGV: life (s). Answers how many there are now, and for how long (s) they are remembered. */
const COUNT_WRONG = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
return {count, redis.call('TTL', KEYS[1])}
`;

/**
 * What attendees show to launch an instance, while the organisers ask for it. Wrong codes are counted per address over all replicas. One
 * guesser must not keep an event out that shares their address: the right code is let in whatever the count, so it is the code's
 * length that keeps it from being guessed.
 */
@Injectable()
export class AccessCode {
  private readonly logger = new Logger('AccessCode');

  constructor(
    private readonly redis: Redis,
    private readonly settings: SettingsService,
    private readonly wrong: WrongAttempts,
  ) {}

  /** Whether a launch with this code may go on; compares in constant time. */
  async admits(code: string | undefined): Promise<boolean> {
    const { event_access_code: wanted } = await this.settings.current();
    return wanted === null || sameText(code ?? '', wanted);
  }

  /** Why a launch from this address did not get on with this code. A code that was not sent is no wrong one. */
  async refusal(code: string | undefined, address: string): Promise<ActionableError> {
    if (code === undefined || code === '') return new AccessCodeRequiredError();
    const key = `auth:codes:${sha256(addressGroup(address))}`;
    const [count, seconds] = (await this.redis.eval(COUNT_WRONG, 1, key, MEMORY_SECONDS)) as [number, number];
    if (count <= MOST_WRONG) return new AccessCodeWrongError();
    if (count === MOST_WRONG + 1) {
      this.logger.warn(`Very many wrong access codes from ${address}`, { address });
      await this.wrong.record('access_codes', address, Math.max(1, seconds));
    }
    return new TooManyWrongCodesError(Math.max(1, seconds));
  }
}
