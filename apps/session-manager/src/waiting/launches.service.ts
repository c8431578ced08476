import { Injectable } from '@nestjs/common';
import { AccessCode } from '../access/access-code';
import { EngineAwayError } from '../http/engine-problem';
import { InstanceStates } from '../instances/instance-states';
import { sha256 } from '../instances/secrets';
import type { Session } from '../sessions/session';
import { IdempotencyMismatchError, PlatformFullError, UserLimitError } from '../sessions/sessions.errors';
import { AdmissionsRepository, type IdempotencyRecord } from '../sessions/admissions.repository';
import { SessionsService } from '../sessions/sessions.service';
import { fingerprint, makeOwnerToken, tokenAgain } from './owner-token';
import { TicketGoneError } from './waiting.errors';
import { WaitingRoom, type TicketView } from './waiting-room';

export interface LaunchRequest {
  readonly userId: string;
  readonly metadata: Record<string, unknown>;
  readonly accessCode?: string | undefined;
  /** Where the request came from. */
  readonly address: string;
  readonly idempotencyKey?: string;
  /** Whether a place in line will do where there is no room. */
  readonly mayWait: boolean;
}

/** A session or a place in line, with the token that opens it, which only its creator ever sees. */
export type Launch = { readonly token: string } & ({ readonly session: Session } | { readonly ticket: TicketView });

/** The click: a session at once, or a place in line. */
@Injectable()
export class LaunchesService {
  constructor(
    private readonly accessCode: AccessCode,
    private readonly admissions: AdmissionsRepository,
    private readonly sessions: SessionsService,
    private readonly waitingRoom: WaitingRoom,
    private readonly states: InstanceStates,
  ) {}

  /**
   * Takes a session in and has it started, or puts it in line; answers at once. A repetition with the same Idempotency-Key answers what
   * the first one got, whatever has become of the event's access code since.
   * @throws AccessCodeRequiredError, AccessCodeWrongError, TooManyWrongCodesError
   * @throws PlatformFullError, LineFullError, UserLimitError, IdempotencyMismatchError, EngineAwayError, TicketGoneError, SessionGoneError
   * @throws SessionNotFoundError when the keys of the first one's session were exchanged since
   */
  async launch(request: LaunchRequest): Promise<Launch> {
    if (!this.states.isConnected) throw new EngineAwayError();
    const { userId, metadata, accessCode, address } = request;
    const { token, idempotency } = makeOwnerToken(request);
    if (!(await this.accessCode.admits(accessCode))) {
      const earlier = idempotency && (await this.admissions.earlier(idempotency));
      if (earlier !== undefined) return this.replay(request, earlier);
      throw await this.accessCode.refusal(accessCode, address);
    }
    const wanted = { userId, metadata, tokenHash: sha256(token) };
    const admission = await this.sessions.admit(wanted, { ...(idempotency && { idempotency }) });
    switch (admission.outcome) {
      case 'admitted':
        return { session: await this.sessions.begin(admission.session), token };
      case 'replay':
        return this.replay(request, admission.record);
      case 'user_limit':
        throw new UserLimitError(admission.cap);
      case 'not_first':
      case 'not_reserved':
        throw new Error('Only a ticket or a reservation can be refused so');
      case 'full': {
        if (!request.mayWait || !this.waitingRoom.isOpen) throw new PlatformFullError(admission.cap);
        const place = await this.waitingRoom.join(wanted, idempotency);
        return 'ticket' in place ? { ticket: place, token } : this.replay(request, place);
      }
    }
  }

  private async replay(request: LaunchRequest, record: IdempotencyRecord): Promise<Launch> {
    if (record.fingerprint !== fingerprint(request)) throw new IdempotencyMismatchError();
    const token = tokenAgain(request.idempotencyKey ?? '', record.nonce);
    const opened = (sessionId: string) => this.sessions.again({ sessionId, tokenHash: sha256(token) });
    if (record.ticketId === undefined) return { session: await opened(record.sessionId ?? ''), token };
    const ticket = await this.waitingRoom.find(record.ticketId);
    if (ticket?.sessionId !== undefined) return { session: await opened(ticket.sessionId), token };
    if (ticket === undefined || ticket.endReason !== undefined)
      throw new TicketGoneError(record.ticketId, ticket?.endReason ?? 'lost');
    return { ticket: await this.waitingRoom.view(ticket), token };
  }
}
