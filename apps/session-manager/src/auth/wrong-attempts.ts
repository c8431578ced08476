import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Redis } from 'ioredis';
import { AdminEvents } from '../composition/admin-events';
import { isRedisAway } from '../http/redis-away';
import { sha256 } from '../instances/secrets';
import { addressGroup } from './address-group';
import { KEPT } from './audit';
import { RECORD, RECORD_MORE } from './wrong-attempts.scripts';

/** What was wrong too often; also the target of the entry in the audit log. */
export const WRONG = ['passwords', 'account_names', 'access_codes'] as const;
export type Wrong = (typeof WRONG)[number];

const ACTION = 'gave too many wrong';
/** Entries of each kind that the audit log takes in a minute, and that it keeps: anybody can cause them, and organisers' acts stay. */
const MOST_A_MINUTE = 10;
const MOST_KEPT = 500;
const SWEEP_MS = 5_000;

/**
 * Puts addresses on record that gave too many wrong passwords or access codes, never what they gave. Those of a minute that are more than
 * the log takes are counted, over all replicas, in one entry after it.
 */
@Injectable()
export class WrongAttempts {
  private readonly logger = new Logger('WrongAttempts');

  constructor(
    private readonly redis: Redis,
    private readonly events: AdminEvents,
  ) {}

  /** Records it once for the address within `seconds`. */
  async record(wrong: Wrong, address: string, seconds: number): Promise<void> {
    const mark = `auth:recorded:${wrong}:${sha256(addressGroup(address))}`;
    await this.run(RECORD, wrong, [mark], [seconds, address, MOST_A_MINUTE]);
  }

  @Interval(SWEEP_MS)
  async sweep(): Promise<void> {
    try {
      for (const wrong of WRONG) await this.run(RECORD_MORE, wrong, [], []);
    } catch (error) {
      if (!isRedisAway(error)) this.logger.warn('Failed to record wrong attempts', { error: String(error) });
    }
  }

  private async run(script: string, wrong: Wrong, keys: string[], args: (string | number)[]): Promise<void> {
    const all = ['audit', `audit:${wrong}`, `auth:minute:${wrong}`, `auth:more:${wrong}`, ...keys];
    const at = new Date().toISOString();
    const written = await this.redis.eval(script, all.length, ...all, KEPT, MOST_KEPT, at, ACTION, wrong, ...args);
    for (const [id, address, detail] of written as [string, string, string][]) {
      const entry = { at, actor: 'unknown', address, action: ACTION, target: wrong };
      this.logger.log(`unknown ${ACTION} ${wrong}`, { ...entry, detail });
      await this.events.publish('audit', { id, ...entry, detail: JSON.parse(detail) as object });
    }
  }
}
