import { Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';
import { defineCommands, type Commands } from '../composition/define-commands';
import { ADMIT, ADOPT } from './admissions.scripts';
import { KEYS } from './keys';
import { changeOf, type Session } from './session';
import { fromHash, toHash, type Hash } from './session-record';

/** The environment's caps; the script prefers what an admin set over them. */
export interface Caps {
  readonly total: number;
  readonly perUser: number;
}

/** What a repeated creation finds. */
export interface IdempotencyRecord {
  /** What the request became: a session at once, or a place in line first. */
  readonly sessionId?: string;
  readonly ticketId?: string;
  /** A place that is kept, and until when (ISO 8601). */
  readonly reservationId?: string;
  readonly expiresAt?: string;
  /** SHA-256 of the request, to notice another one under the same key. */
  readonly fingerprint: string;
  /** With the key, which only the client has, it makes the owner's token again. */
  readonly nonce: string;
}

export interface Idempotency {
  readonly keyHash: string;
  readonly record: IdempotencyRecord;
}

/** What a creation asks for, whether it will get a warm instance or a cold one. */
export interface AdmissionRequest {
  /** As it will be when it is started cold. */
  readonly session: Session;
  /** What the session's id begins with. */
  readonly slug: string;
  /** The environment's caps. */
  readonly caps: Caps;
  readonly idempotency?: Idempotency;
  /** Only warm instances of this revision may be claimed; none without it. */
  readonly revision?: string;
  /** The head of the line, whose turn it is. */
  readonly ticketId?: string;
  /** The kept place that it takes. */
  readonly reservationId?: string;
}

export type Admission =
  | { readonly outcome: 'admitted'; readonly session: Session }
  | { readonly outcome: 'full' | 'user_limit'; readonly cap: number }
  | { readonly outcome: 'not_first' | 'not_reserved' }
  | { readonly outcome: 'replay'; readonly record: IdempotencyRecord };

/** How long a repetition of a creation finds what the first one became. */
export const IDEMPOTENCY_MS = 3_600_000;
/** How long after its session's planned end the link of a reservation tells of it. */
const CLAIMED_MS = 7 * 86_400_000;
const COMMANDS = { sessionAdmit: [ADMIT, 6], sessionAdopt: [ADOPT, 4] } as const;

/** Sessions that come to be. Each decision is one script. */
@Injectable()
export class AdmissionsRepository {
  private readonly commands: Commands<typeof COMMANDS>;

  constructor(private readonly redis: Redis) {
    this.commands = defineCommands(redis, COMMANDS);
  }

  /** Takes a new session in, if the caps and the line allow it; a repeated request finds the first one's session or ticket. */
  async admit(request: AdmissionRequest): Promise<Admission> {
    const { session, slug, caps, idempotency, revision, ticketId, reservationId } = request;
    const now = session.createdAt.getTime();
    const [outcome, detail] = (await this.commands.sessionAdmit(
      KEYS.expiry,
      KEYS.user(session.userId),
      KEYS.tokens,
      KEYS.globalConfig,
      KEYS.idempotency(idempotency?.keyHash ?? ''),
      KEYS.userTickets(session.userId),
      slug,
      session.instanceId,
      session.expiresAt.getTime(),
      session.tokenHash,
      caps.total,
      caps.perUser,
      JSON.stringify(changeOf(session)),
      idempotency === undefined ? '' : JSON.stringify(idempotency.record),
      IDEMPOTENCY_MS,
      revision ?? '',
      ticketId ?? '',
      reservationId ?? '',
      now,
      session.expiresAt.getTime() - now + CLAIMED_MS,
      ...Object.entries(toHash(session)).flat(),
    )) as [Admission['outcome'], string | string[]];
    switch (outcome) {
      case 'admitted':
        return { outcome, session: fromHash(pairs(detail as string[]))! };
      case 'replay':
        return { outcome, record: JSON.parse(detail as string) as IdempotencyRecord };
      case 'not_first':
      case 'not_reserved':
        return { outcome };
      default:
        return { outcome, cap: Number(detail) };
    }
  }

  /** What a request with the same Idempotency-Key became. */
  async earlier({ keyHash }: Pick<Idempotency, 'keyHash'>): Promise<IdempotencyRecord | undefined> {
    const text = await this.redis.get(KEYS.idempotency(keyHash));
    return text === null ? undefined : (JSON.parse(text) as IdempotencyRecord);
  }

  /** Takes in a session that was found running without a record. Answers false when there is a record after all. */
  async adopt(session: Session): Promise<boolean> {
    return (
      (await this.commands.sessionAdopt(
        KEYS.session(session.sessionId),
        KEYS.expiry,
        KEYS.user(session.userId),
        KEYS.tokens,
        session.sessionId,
        session.expiresAt.getTime(),
        session.tokenHash,
        JSON.stringify(changeOf(session)),
        ...Object.entries(toHash(session)).flat(),
      )) === 1
    );
  }
}

const pairs = (flat: readonly string[]): Hash =>
  Object.fromEntries(Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i], flat[2 * i + 1]]));
