import { ApiProperty } from '@nestjs/swagger';
import { END_REASONS, type EndReason } from '../sessions/session';

export class SessionGoneEventDto {
  @ApiProperty({ example: 'user123-a24fd782' })
  session_id: string;

  @ApiProperty({ enum: ['ended', 'failed'] })
  status: 'ended' | 'failed';

  @ApiProperty({ enum: END_REASONS, nullable: true })
  reason: EndReason | null;
}

export class SessionFiguresDto {
  @ApiProperty({ example: 'user123-a24fd782' })
  session_id: string;

  /** Both containers together, of one processor; null at the first reading. */
  @ApiProperty({ type: Number, nullable: true, example: 1.4 })
  cpu_percent: number | null;

  @ApiProperty({ type: 'integer', example: 56_000_000 })
  memory_bytes: number;
}

export class UsageEventDto {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: [SessionFiguresDto] })
  sessions: SessionFiguresDto[];
}
