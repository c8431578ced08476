import { Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';
import { defineCommands, type Commands } from '../composition/define-commands';
import { KEYS } from '../sessions/keys';
import { IDEMPOTENCY_MS, type Caps, type Idempotency, type IdempotencyRecord } from '../sessions/admissions.repository';
import { fromReservationHash, toReservationHash, type Reservation } from './reservation';
import { CANCEL, RESERVE, SWEEP } from './reservations.scripts';

export interface ReserveRequest {
  readonly reservation: Reservation;
  /** The environment's caps. */
  readonly caps: Caps;
  readonly idempotency?: Idempotency;
}

export type Reserved =
  | { readonly outcome: 'reserved' }
  | { readonly outcome: 'full' | 'user_limit'; readonly cap: number }
  | { readonly outcome: 'replay'; readonly record: IdempotencyRecord };

const SWEPT_AT_ONCE = 500;
const COMMANDS = {
  reservationReserve: [RESERVE, 10],
  reservationCancel: [CANCEL, 0],
  reservationSweep: [SWEEP, 1],
} as const;

/** Kept places in Redis. */
@Injectable()
export class ReservationsRepository {
  private readonly commands: Commands<typeof COMMANDS>;

  constructor(private readonly redis: Redis) {
    this.commands = defineCommands(redis, COMMANDS);
  }

  /** Keeps a place, if there is room; a repeated request finds the first one's. */
  async reserve({ reservation, caps, idempotency }: ReserveRequest): Promise<Reserved> {
    const { reservationId: id, userId, tokenHash, createdAt, expiresAt } = reservation;
    const record = { ...idempotency?.record, reservationId: id, expiresAt: expiresAt.toISOString() };
    const [outcome, detail] = (await this.commands.reservationReserve(
      KEYS.reservations,
      KEYS.reservation(id),
      KEYS.reservationTokens,
      KEYS.userReservations(userId),
      KEYS.expiry,
      KEYS.user(userId),
      KEYS.userTickets(userId),
      KEYS.line,
      KEYS.globalConfig,
      KEYS.idempotency(idempotency?.keyHash ?? ''),
      id,
      createdAt.getTime(),
      expiresAt.getTime(),
      tokenHash,
      caps.total,
      caps.perUser,
      idempotency === undefined ? '' : JSON.stringify(record),
      IDEMPOTENCY_MS,
      ...Object.entries(toReservationHash(reservation)).flat(),
    )) as [Reserved['outcome'], string];
    switch (outcome) {
      case 'reserved':
        return { outcome };
      case 'replay':
        return { outcome, record: JSON.parse(detail) as IdempotencyRecord };
      default:
        return { outcome, cap: Number(detail) };
    }
  }

  /** Gives a place up. Answers false when it was gone. */
  async cancel(id: string): Promise<boolean> {
    return (await this.commands.reservationCancel(id)) === 1;
  }

  async find(id: string): Promise<Reservation | undefined> {
    return fromReservationHash(id, await this.redis.hgetall(KEYS.reservation(id)));
  }

  async findByToken(tokenHash: string): Promise<Reservation | undefined> {
    const id = await this.redis.hget(KEYS.reservationTokens, tokenHash);
    return id === null ? undefined : this.find(id);
  }

  /** The id of the session that the reservation of this token has become. */
  async sessionOf(tokenHash: string): Promise<string | undefined> {
    return (await this.redis.get(KEYS.claimedReservation(tokenHash))) ?? undefined;
  }

  /** Places that are kept at `now`, the next to expire first. */
  async list(now: Date): Promise<Reservation[]> {
    const ids = await this.redis.zrangebyscore(KEYS.reservations, `(${now.getTime()}`, '+inf');
    const pipeline = this.redis.pipeline();
    for (const id of ids) pipeline.hgetall(KEYS.reservation(id));
    const answers = (await pipeline.exec()) ?? [];
    return answers.flatMap(([error, hash], i) => {
      if (error !== null) throw error;
      return fromReservationHash(ids[i] ?? '', hash as Record<string, string>) ?? [];
    });
  }

  /** Removes what is left of places whose time is over; they are free already. */
  async sweep(now: Date): Promise<void> {
    while ((await this.commands.reservationSweep(KEYS.reservations, now.getTime(), SWEPT_AT_ONCE)) === SWEPT_AT_ONCE);
  }
}
