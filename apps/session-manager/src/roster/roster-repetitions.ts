import { Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';
import { sha256 } from '../instances/secrets';
import { KEYS } from '../sessions/keys';
import { IdempotencyMismatchError } from '../sessions/sessions.errors';
import { IDEMPOTENCY_MS } from '../sessions/sessions.repository';
import type { CreateRosterDto } from './roster.dto';

/** Remembers which roster came with which Idempotency-Key; what each row became is remembered where it is made. */
@Injectable()
export class RosterRepetitions {
  constructor(private readonly redis: Redis) {}

  /**
   * Whether this roster came with this key before.
   * @throws IdempotencyMismatchError when another one did.
   */
  async isAgain(
    key: string,
    { mode, csv, hours, hold_hours: hold, skip_bad_rows: skip }: CreateRosterDto,
  ): Promise<boolean> {
    const name = KEYS.idempotency(sha256(`roster\0${key}`));
    const fingerprint = sha256(JSON.stringify([mode, csv, hours, hold, skip]));
    const earlier = await this.redis.set(name, fingerprint, 'PX', IDEMPOTENCY_MS, 'NX', 'GET');
    if (earlier !== null && earlier !== fingerprint) throw new IdempotencyMismatchError();
    return earlier !== null;
  }
}
