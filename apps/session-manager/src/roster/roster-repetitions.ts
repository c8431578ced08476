import { Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';
import { sha256 } from '../instances/secrets';
import { KEYS } from '../sessions/keys';
import { IdempotencyMismatchError } from '../sessions/sessions.errors';
import { IDEMPOTENCY_MS } from '../sessions/admissions.repository';
import type { CreateRosterDto } from './roster.dto';

/** Remembers which roster came with which Idempotency-Key; what each row became is remembered where it is made. */
@Injectable()
export class RosterRepetitions {
  constructor(private readonly redis: Redis) {}

  /**
   * Whether this roster came with this key before.
   * @throws IdempotencyMismatchError when another one did.
   */
  async isKnown(key: string, roster: CreateRosterDto): Promise<boolean> {
    const earlier = await this.redis.get(nameOf(key));
    if (earlier !== null && earlier !== fingerprint(roster)) throw new IdempotencyMismatchError();
    return earlier !== null;
  }

  async remember(key: string, roster: CreateRosterDto): Promise<void> {
    await this.redis.set(nameOf(key), fingerprint(roster), 'PX', IDEMPOTENCY_MS, 'NX');
  }
}

const nameOf = (key: string): string => KEYS.idempotency(sha256(`roster\0${key}`));

const fingerprint = ({ mode, csv, hours, hold_hours: hold, skip_bad_rows: skip }: CreateRosterDto): string =>
  sha256(JSON.stringify([mode, csv, hours, hold, skip]));
