import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsNumber, IsObject, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsOmittable } from '../http/is-omittable';
import { IsSmallJson } from '../http/is-small-json';
import { PRINTABLE } from '../http/printable';

export class CreateSessionDto {
  /** Who the session is for: a name, an e-mail address, any text of up to 256 characters. */
  @ApiProperty({ example: 'ada@example.org', minLength: 1, maxLength: 256 })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.normalize('NFC').trim() : value))
  @Matches(PRINTABLE, { message: 'user_id must not hold control characters' })
  @Length(1, 256)
  @IsString()
  user_id: string;

  /** Anything the caller wants to keep with the session; 8 KB of JSON at most. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, example: { table: 4 } })
  @IsSmallJson(8_192)
  @IsObject()
  @IsOmittable()
  metadata?: Record<string, unknown>;

  /** The event's access code, where `GET /api/health` says that one is asked for; ignored elsewhere. */
  @ApiPropertyOptional({ example: 'K7QM-4XWD', maxLength: 256 })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @MaxLength(256)
  @IsString()
  @IsOmittable()
  access_code?: string;
}

export class ExtendOwnSessionDto {
  /** Hours to add; without them the session is extended as far as its owner may. */
  @ApiPropertyOptional({ example: 2, minimum: 0.01, maximum: 8_760 })
  @Max(8_760)
  @Min(0.01)
  @IsNumber()
  @IsOmittable()
  hours?: number;
}
