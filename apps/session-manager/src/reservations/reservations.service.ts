import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@app/config';
import type { AdminRequest } from '../auth/admin.guard';
import { Audit } from '../auth/audit';
import { CONFIG } from '../composition/tokens';
import { EngineAwayError } from '../http/engine-problem';
import { InstanceStates } from '../instances/instance-states';
import { sha256 } from '../instances/secrets';
import type { Session } from '../sessions/session';
import { PlatformFullError, SessionNotFoundError, UserLimitError } from '../sessions/sessions.errors';
import type { Idempotency } from '../sessions/admissions.repository';
import { SessionsService } from '../sessions/sessions.service';
import type { Reservation } from './reservation';
import { ReservationDto, type ReservationListDto } from './reservations.dto';
import { ReservationNotFoundError } from './reservations.errors';
import { ReservationsRepository, type Reserved } from './reservations.repository';

/** Whom a place is kept for, and until when. */
export type Place = Pick<Reservation, 'userId' | 'metadata' | 'hours' | 'tokenHash' | 'expiresAt'>;

/** Places that organisers keep for attendees, who turn them into sessions by opening a link. */
@Injectable()
export class ReservationsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: ReservationsRepository,
    private readonly sessions: SessionsService,
    private readonly states: InstanceStates,
    private readonly audit: Audit,
  ) {}

  /** Keeps a place, if there is room; answers its id beside the outcome. */
  async reserve(
    place: Place,
    request: AdminRequest,
    idempotency?: Idempotency,
  ): Promise<Reserved & { reservationId: string }> {
    const by = request.user?.username ?? 'unknown';
    const reservationId = randomBytes(12).toString('hex');
    const reservation: Reservation = { ...place, reservationId, createdAt: new Date(), by };
    const { maxTotal, maxPerUser } = this.config.sessions;
    const reserved = await this.repository.reserve({
      reservation,
      caps: { total: maxTotal, perUser: maxPerUser },
      ...(idempotency && { idempotency }),
    });
    if (reserved.outcome === 'reserved')
      await this.audit.record(request, 'reserved', reservationId, { user_id: place.userId });
    return { ...reserved, reservationId };
  }

  async list(): Promise<ReservationListDto> {
    const reservations = await this.repository.list(new Date());
    return { total: reservations.length, reservations: reservations.map((kept) => ReservationDto.from(kept)) };
  }

  /** @throws ReservationNotFoundError */
  async cancel(id: string, request: AdminRequest): Promise<void> {
    const reservation = await this.repository.find(id);
    if (reservation === undefined || !(await this.repository.cancel(id))) throw new ReservationNotFoundError();
    await this.audit.record(request, 'cancelled', id, { user_id: reservation.userId });
  }

  /**
   * Turns the place of this token into a session and has it started; asked again, it answers the same session as it is then.
   * @throws ReservationNotFoundError, SessionGoneError, PlatformFullError, UserLimitError, EngineAwayError
   */
  async claim(token: string): Promise<Session> {
    const tokenHash = sha256(token);
    const reservation = await this.repository.findByToken(tokenHash);
    if (reservation === undefined) return this.claimed(tokenHash);
    if (!this.states.isConnected) throw new EngineAwayError();
    const { reservationId } = reservation;
    const admission = await this.sessions.admit(reservation, { reservationId });
    switch (admission.outcome) {
      case 'admitted':
        this.sessions.beginSoon(admission.session);
        return admission.session;
      case 'full':
        throw new PlatformFullError(admission.cap);
      case 'user_limit':
        throw new UserLimitError(admission.cap);
      default:
        // It was claimed, cancelled or given up a moment ago.
        return this.claimed(tokenHash);
    }
  }

  private async claimed(tokenHash: string): Promise<Session> {
    const sessionId = await this.repository.sessionOf(tokenHash);
    if (sessionId === undefined) throw new ReservationNotFoundError();
    try {
      return await this.sessions.again({ sessionId, tokenHash });
    } catch (error) {
      throw error instanceof SessionNotFoundError ? new ReservationNotFoundError() : error;
    }
  }
}
