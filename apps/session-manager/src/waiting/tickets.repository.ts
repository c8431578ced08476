import { Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';
import { defineCommands, type Commands } from '../composition/define-commands';
import { KEYS } from '../sessions/keys';
import { scored } from '../sessions/scored';
import { IDEMPOTENCY_MS, type Idempotency, type IdempotencyRecord } from '../sessions/admissions.repository';
import { fromTicketHash, toTicketHash, type Ticket, type TicketEnd } from './ticket';
import { ENQUEUE, LEAVE } from './waiting.scripts';

export interface EnqueueRequest {
  readonly ticket: Ticket;
  /** The environment's cap on a user's sessions and tickets. */
  readonly perUser: number;
  /** How many may wait. */
  readonly places: number;
  readonly idempotency?: Idempotency;
}

export type Enqueued =
  | { readonly outcome: 'queued' }
  | { readonly outcome: 'user_limit' | 'line_full'; readonly limit: number }
  | { readonly outcome: 'replay'; readonly record: IdempotencyRecord };

const COMMANDS = { waitingEnqueue: [ENQUEUE, 8], waitingLeave: [LEAVE, 3] } as const;

/** The waiting room in Redis. */
@Injectable()
export class TicketsRepository {
  private readonly commands: Commands<typeof COMMANDS>;

  constructor(private readonly redis: Redis) {
    this.commands = defineCommands(redis, COMMANDS);
  }

  /** Puts a ticket at the end of the line; a repeated request finds what the first one became. */
  async enqueue({ ticket, perUser, places, idempotency }: EnqueueRequest): Promise<Enqueued> {
    const { ticketId, userId } = ticket;
    const [outcome, detail] = (await this.commands.waitingEnqueue(
      KEYS.line,
      KEYS.lineNumber,
      KEYS.ticket(ticketId),
      KEYS.ticketsSeen,
      KEYS.userTickets(userId),
      KEYS.user(userId),
      KEYS.globalConfig,
      KEYS.idempotency(idempotency?.keyHash ?? ''),
      ticketId,
      Date.now(),
      perUser,
      places,
      idempotency === undefined ? '' : JSON.stringify({ ...idempotency.record, ticketId }),
      IDEMPOTENCY_MS,
      ...Object.entries(toTicketHash(ticket)).flat(),
    )) as [Enqueued['outcome'], string];
    switch (outcome) {
      case 'queued':
        return { outcome };
      case 'replay':
        return { outcome, record: JSON.parse(detail) as IdempotencyRecord };
      default:
        return { outcome, limit: Number(detail) };
    }
  }

  /** Takes a ticket out of the line, unless its holder was seen after `seenUntil`. Answers whether it did. */
  async leave(ticketId: string, reason: TicketEnd, seenUntil?: number): Promise<boolean> {
    return (
      (await this.commands.waitingLeave(
        KEYS.line,
        KEYS.ticketsSeen,
        KEYS.ticket(ticketId),
        ticketId,
        reason,
        IDEMPOTENCY_MS,
        seenUntil ?? '',
      )) === 1
    );
  }

  async find(ticketId: string): Promise<Ticket | undefined> {
    return fromTicketHash(ticketId, await this.redis.hgetall(KEYS.ticket(ticketId)));
  }

  /** Ids of those who wait, in their order. */
  line(): Promise<string[]> {
    return this.redis.zrange(KEYS.line, '0', '-1');
  }

  async head(): Promise<string | undefined> {
    return (await this.redis.zrange(KEYS.line, '0', '0'))[0];
  }

  /** The holder of a ticket is there; nothing happens to one that is not in line. */
  async touch(ticketId: string): Promise<void> {
    await this.redis.zadd(KEYS.ticketsSeen, 'XX', Date.now(), ticketId);
  }

  /** Ids of tickets whose holders were last seen at `until` (ms) or before. */
  unseenSince(until: number): Promise<string[]> {
    return this.redis.zrangebyscore(KEYS.ticketsSeen, '-inf', until);
  }

  /** When the last sessions ended (ms), the last one first. */
  async ends(): Promise<number[]> {
    return (await this.redis.lrange(KEYS.ends, 0, -1)).map(Number);
  }

  /** When the next `count` sessions will expire (ms), the next one first. */
  async expiries(count: number): Promise<number[]> {
    if (count <= 0) return [];
    return scored(await this.redis.zrange(KEYS.expiry, '0', String(count - 1), 'WITHSCORES')).map(({ score }) => score);
  }
}
