import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { AdminGuard, type AdminRequest } from '../auth/admin.guard';
import { bearerToken } from '../auth/bearer-token';
import { sameHash, sha256 } from '../instances/secrets';
import type { Ticket } from './ticket';
import { TicketNotFoundError } from './waiting.errors';
import { WaitingRoom } from './waiting-room';

/** A request that may act on the ticket of its address. */
export interface TicketRequest extends AdminRequest {
  ticket: Ticket;
  /** Tells the holder from an organiser. */
  holdsTicket: boolean;
}

/** Lets a ticket's holder and the organisers in and hands them the ticket; to anybody else it does not exist. */
@Injectable()
export class TicketAccessGuard implements CanActivate {
  constructor(
    private readonly waitingRoom: WaitingRoom,
    private readonly admin: AdminGuard,
  ) {}

  /** @throws TicketNotFoundError */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<TicketRequest>();
    const { id } = request.params as { id: string };
    const ticket = await this.waitingRoom.find(id);
    const token = bearerToken(request);
    request.holdsTicket = token !== undefined && ticket !== undefined && sameHash(ticket.tokenHash, sha256(token));
    if (!request.holdsTicket) await this.admin.requireOr(new TicketNotFoundError(id), context);
    if (ticket === undefined) throw new TicketNotFoundError(id);
    request.ticket = ticket;
    return true;
  }
}
