import { Injectable } from '@nestjs/common';
import type { AdminRequest } from '../auth/admin.guard';
import { Audit } from '../auth/audit';
import { sha256 } from '../instances/secrets';
import { ReservationsService } from '../reservations/reservations.service';
import type { Session } from '../sessions/session';
import { SessionGoneError, SessionNotFoundError } from '../sessions/sessions.errors';
import type { IdempotencyRecord } from '../sessions/admissions.repository';
import { SessionsService } from '../sessions/sessions.service';
import { makeOwnerToken, tokenAgain, type OwnerToken } from '../waiting/owner-token';
import type { RosterMode } from './roster.dto';

/** One session or kept place that a roster asks for. */
export interface Wanted {
  readonly userId: string;
  readonly metadata: Record<string, string>;
  readonly hours?: number;
  /** Until when a place is kept. */
  readonly keptUntil: Date;
  /** Only the caller has it; a repetition with it gets the same. */
  readonly idempotencyKey?: string;
}

export type Placed =
  | {
      readonly outcome: 'placed';
      readonly sessionId?: string;
      readonly reservationId?: string;
      readonly token: string;
      readonly expiresAt: Date;
      /** It was admitted now and is to be begun. */
      readonly admitted?: Session;
    }
  | { readonly outcome: 'refused'; readonly words: string };

const refused = (words: string): Placed => ({ outcome: 'refused', words });

/** Takes sessions in, or keeps places, on behalf of attendees. */
@Injectable()
export class RosterPlaces {
  constructor(
    private readonly sessions: SessionsService,
    private readonly reservations: ReservationsService,
    private readonly audit: Audit,
  ) {}

  place(mode: RosterMode, wanted: Wanted, request: AdminRequest): Promise<Placed> {
    const owner = makeOwnerToken(wanted);
    return mode === 'create' ? this.create(wanted, owner, request) : this.reserve(wanted, owner, request);
  }

  private async create(wanted: Wanted, { token, idempotency }: OwnerToken, request: AdminRequest): Promise<Placed> {
    const { userId, idempotencyKey = '' } = wanted;
    const tokenHash = sha256(token);
    const admission = await this.sessions.admit({ ...wanted, tokenHash }, { ...(idempotency && { idempotency }) });
    switch (admission.outcome) {
      case 'admitted': {
        const { sessionId, expiresAt } = admission.session;
        await this.audit.record(request, 'created', sessionId, { user_id: userId });
        return { outcome: 'placed', sessionId, token, expiresAt, admitted: admission.session };
      }
      case 'replay':
        return this.createdBefore(admission.record, idempotencyKey);
      default:
        return refused(noRoom(userId, admission));
    }
  }

  private async createdBefore({ sessionId = '', nonce }: IdempotencyRecord, key: string): Promise<Placed> {
    try {
      const token = tokenAgain(key, nonce);
      const { expiresAt } = await this.sessions.again({ sessionId, tokenHash: sha256(token) });
      return { outcome: 'placed', sessionId, token, expiresAt };
    } catch (error) {
      if (error instanceof SessionGoneError || error instanceof SessionNotFoundError)
        return refused('its session has ended, or its keys were exchanged, meanwhile');
      throw error;
    }
  }

  private async reserve(wanted: Wanted, { token, idempotency }: OwnerToken, request: AdminRequest): Promise<Placed> {
    const { userId, metadata, hours, keptUntil: expiresAt, idempotencyKey = '' } = wanted;
    const place = { userId, metadata, ...(hours !== undefined && { hours }), tokenHash: sha256(token), expiresAt };
    const reserved = await this.reservations.reserve(place, request, idempotency);
    switch (reserved.outcome) {
      case 'reserved':
        return { outcome: 'placed', reservationId: reserved.reservationId, token, expiresAt };
      case 'replay': {
        const { reservationId = '', expiresAt: until = '', nonce } = reserved.record;
        return {
          outcome: 'placed',
          reservationId,
          token: tokenAgain(idempotencyKey, nonce),
          expiresAt: new Date(until),
        };
      }
      default:
        return refused(noRoom(userId, reserved));
    }
  }
}

const noRoom = (userId: string, refusal: { readonly outcome: string; readonly cap?: number }): string =>
  refusal.outcome === 'user_limit'
    ? `${userId} has as many as one user may have: ${refusal.cap}`
    : `there is no room: all ${refusal.cap} places are taken, kept or waited for`;
