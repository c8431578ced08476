import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsNumber, IsString, Length, Matches, Max, Min } from 'class-validator';
import { IsOmittable } from '../http/is-omittable';
import { type Message, MESSAGE_SEVERITIES, type MessageSeverity } from '../sessions/messages.repository';
import type { Rollout } from '../sessions/session-configurator';

/** Everything but control characters other than a line's end, lone surrogates and what turns text around. */
const READABLE = /^(?:\n|[^\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069])*$/u;

export class SendMessageDto {
  /** Plain text; what attendees read on the landing page and in their instance. */
  @ApiProperty({ minLength: 1, maxLength: 500, example: 'Lunch is served until 13:30. Your instances keep running.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.normalize('NFC').trim() : value))
  @Matches(READABLE, { message: 'text must not hold control characters other than the end of a line' })
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

  static from({ messageId, text, severity, createdAt, endsAt }: Message): MessageDto {
    return {
      message_id: messageId,
      text,
      severity,
      created_at: createdAt.toISOString(),
      ends_at: endsAt?.toISOString() ?? null,
    };
  }
}

export class MessageListDto {
  /** The newest first. */
  @ApiProperty({ type: [MessageDto] })
  messages: MessageDto[];

  static from(messages: readonly Message[]): MessageListDto {
    return { messages: messages.map((message) => MessageDto.from(message)) };
  }
}

export class SentMessageDto extends MessageDto {
  /** The organiser who sent it. */
  @ApiProperty({ example: 'admin' })
  actor: string;

  static override from(message: Message): SentMessageDto {
    return { ...MessageDto.from(message), actor: message.actor };
  }
}

export class SentMessageListDto {
  /** The newest first. */
  @ApiProperty({ type: [SentMessageDto] })
  messages: SentMessageDto[];

  /** Running instances. */
  @ApiProperty({ example: 42 })
  active: number;

  /** Of them those that show exactly these messages. */
  @ApiProperty({ example: 42 })
  applied: number;

  static of(messages: readonly Message[], { active, pending }: Rollout): SentMessageListDto {
    return {
      messages: messages.map((message) => SentMessageDto.from(message)),
      active,
      applied: active - pending.length,
    };
  }
}
