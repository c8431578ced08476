import { ApiProperty } from '@nestjs/swagger';
import { TICKET_ENDS, type TicketEnd } from './ticket';
import type { TicketView } from './waiting-room';

const STATUSES = ['waiting', 'admitted', 'ended'] as const;

/** A place in the waiting room, or what became of it. */
export class TicketDto {
  @ApiProperty({ example: '5f1c0a9be8d24c7e9a31b6d0' })
  ticket_id: string;

  @ApiProperty({ example: 'user123' })
  user_id: string;

  /** `admitted`: it has become a session, which the same token opens; `ended`: the place was given up. */
  @ApiProperty({ enum: STATUSES, example: 'waiting' })
  status: (typeof STATUSES)[number];

  /** From 1; null once it is not in line any more. */
  @ApiProperty({ type: 'integer', nullable: true, example: 4 })
  place: number | null;

  @ApiProperty({ type: 'integer', example: 12 })
  line_length: number;

  /** From how places came free of late, and when running sessions expire; null when nothing tells. */
  @ApiProperty({ type: 'integer', nullable: true, example: 180 })
  estimated_wait_seconds: number | null;

  @ApiProperty({ format: 'date-time' })
  created_at: string;

  /** The session that it has become. */
  @ApiProperty({ type: String, nullable: true, example: null })
  session_id: string | null;

  /** Why it ended without a session. */
  @ApiProperty({ type: String, enum: TICKET_ENDS, nullable: true, example: null })
  reason: TicketEnd | null;

  static from({ ticket, place, lineLength, waitSeconds }: TicketView): TicketDto {
    const over = ticket.endReason === undefined ? 'waiting' : 'ended';
    return {
      ticket_id: ticket.ticketId,
      user_id: ticket.userId,
      status: ticket.sessionId === undefined ? over : 'admitted',
      place: place ?? null,
      line_length: lineLength,
      estimated_wait_seconds: waitSeconds ?? null,
      created_at: ticket.createdAt.toISOString(),
      session_id: ticket.sessionId ?? null,
      reason: ticket.endReason ?? null,
    };
  }
}

export class CreatedTicketDto extends TicketDto {
  /** Opens the ticket, and the session that it becomes. It is shown here and never again. */
  @ApiProperty({ example: 'qkUuM5c0…' })
  session_token: string;
}

export class LeftTicketDto {
  @ApiProperty({ example: '5f1c0a9be8d24c7e9a31b6d0' })
  ticket_id: string;

  @ApiProperty({ enum: ['ended'] })
  status: 'ended';
}
