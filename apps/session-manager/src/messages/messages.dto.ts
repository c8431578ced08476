import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNumber, IsString, Length, Matches, Max, Min } from 'class-validator';
import { IsOmittable } from '../http/is-omittable';

export const MESSAGE_SEVERITIES = ['info', 'warning'] as const;
export type MessageSeverity = (typeof MESSAGE_SEVERITIES)[number];

export class SendMessageDto {
  /** Plain text; what attendees read on the landing page and in their instance. */
  @ApiProperty({ minLength: 1, maxLength: 500, example: 'Lunch is served until 13:30. Your instances keep running.' })
  @Matches(/\S/, { message: 'text must say something' })
  @Length(1, 500)
  @IsString()
  text: string;

  @ApiPropertyOptional({ enum: MESSAGE_SEVERITIES, default: 'info', example: 'info' })
  @IsIn(MESSAGE_SEVERITIES)
  @IsOmittable()
  severity?: MessageSeverity;

  /** After so many minutes it disappears by itself; without it, it stays until it is taken back. */
  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 10_080, example: 60 })
  @Max(10_080)
  @Min(1)
  @IsNumber()
  @IsOmittable()
  minutes?: number;
}

/** A message of the organisers, as attendees read it. */
export class MessageDto {
  @ApiProperty({ example: '5f1c0a9be8d24c7e' })
  message_id: string;

  @ApiProperty({ example: 'Lunch is served until 13:30. Your instances keep running.' })
  text: string;

  @ApiProperty({ enum: MESSAGE_SEVERITIES })
  severity: MessageSeverity;

  @ApiProperty({ format: 'date-time' })
  created_at: string;

  /** Null while it stays until it is taken back. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  ends_at: string | null;
}

export class MessageListDto {
  /** The newest first. */
  @ApiProperty({ type: [MessageDto] })
  messages: MessageDto[];
}

export class SentMessageDto extends MessageDto {
  /** The organiser who sent it. */
  @ApiProperty({ example: 'admin' })
  actor: string;
}

export class SentMessageListDto {
  /** The newest first. */
  @ApiProperty({ type: [SentMessageDto] })
  messages: SentMessageDto[];

  /** Running instances. */
  @ApiProperty({ type: 'integer', example: 42 })
  active: number;

  /** Of them those that show exactly these messages. */
  @ApiProperty({ type: 'integer', example: 42 })
  applied: number;
}
