import { Controller, Delete, Get, Req, Sse, UseGuards, type MessageEvent } from '@nestjs/common';
import {
  ApiBasicAuth,
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { map, type Observable } from 'rxjs';
import { Audit } from '../auth/audit';
import { TooManyAttemptsError } from '../auth/auth.errors';
import { ApiProblems } from '../http/api-problems';
import { RedisUnavailableError } from '../http/http.errors';
import { TicketAccessGuard, type TicketRequest } from './ticket-access.guard';
import { LeftTicketDto, TicketDto } from './ticket.dto';
import { TicketAdmittedError, TicketGoneError, TicketNotFoundError } from './waiting.errors';
import { WaitingRoom } from './waiting-room';

@ApiTags('waiting room')
@ApiBearerAuth()
@ApiBasicAuth()
@ApiParam({ name: 'id', type: String, description: "The ticket's id", example: '5f1c0a9be8d24c7e9a31b6d0' })
@ApiProblems(TicketNotFoundError, TicketGoneError, TooManyAttemptsError, RedisUnavailableError)
@UseGuards(TicketAccessGuard)
@Controller('tickets/:id')
export class TicketsController {
  constructor(
    private readonly waitingRoom: WaitingRoom,
    private readonly audit: Audit,
  ) {}

  /** Its holder keeps the place by asking now and then, or by following the ticket. */
  @Get()
  @ApiOperation({ operationId: 'getTicket', summary: 'A place in the waiting room as it is now' })
  @ApiOkResponse({ type: TicketDto })
  async get(@Req() { ticket, holdsTicket }: TicketRequest): Promise<TicketDto> {
    if (holdsTicket) await this.waitingRoom.touch(ticket);
    const view = await this.waitingRoom.view(ticket);
    const { endReason, ticketId } = view.ticket;
    if (endReason !== undefined) throw new TicketGoneError(ticketId, endReason);
    return TicketDto.from(view);
  }

  @Sse('events')
  @ApiOperation({
    operationId: 'followTicket',
    summary: 'The place now, then each change, until it has become a session or was given up (server-sent events)',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ type: TicketDto, description: 'Each `data:` line is one such object' })
  follow(@Req() { ticket, holdsTicket }: TicketRequest): Observable<MessageEvent> {
    return this.waitingRoom.follow(ticket, holdsTicket).pipe(map((view) => ({ data: TicketDto.from(view) })));
  }

  @Delete()
  @ApiOperation({ operationId: 'leaveLine', summary: 'Give the place up' })
  @ApiOkResponse({ type: LeftTicketDto })
  @ApiProblems(TicketAdmittedError)
  async leave(@Req() request: TicketRequest): Promise<LeftTicketDto> {
    const { ticket, holdsTicket } = request;
    await this.waitingRoom.leave(ticket);
    if (!holdsTicket) await this.audit.record(request, 'removed from the line', ticket.ticketId);
    return { ticket_id: ticket.ticketId, status: 'ended' };
  }
}
