import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, Length, Matches, Max, Min } from 'class-validator';
import { IsOmittable } from '../http/is-omittable';
import type { AuditEntry } from './audit-entry';
import type { AuditPage } from './audit-trail';

export const DEFAULT_LIMIT = 50;

/** Which acts; all members together. */
export class AuditQueryDto {
  /** What was acted on: a session's id, `config`, `pool`, … */
  @ApiPropertyOptional({ type: String, example: 'user123-a24fd782' })
  @Length(1, 256)
  @IsString()
  @IsOmittable()
  target?: string;

  /** The account of the organiser. */
  @ApiPropertyOptional({ type: String, example: 'admin' })
  @Length(1, 256)
  @IsString()
  @IsOmittable()
  actor?: string;

  /** The act in the past tense. */
  @ApiPropertyOptional({ type: String, example: 'extended' })
  @Length(1, 64)
  @IsString()
  @IsOmittable()
  action?: string;

  /** Only entries before this one: `next` of an earlier answer. */
  @ApiPropertyOptional({ type: String, example: '1764064800000-0' })
  @Matches(/^\d{1,20}-\d{1,20}$/, { message: 'before must be the id of an entry' })
  @IsString()
  @IsOmittable()
  before?: string;

  /** How many entries at most. */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: DEFAULT_LIMIT, example: 50 })
  @Max(500)
  @Min(1)
  @IsInt()
  @Type(() => Number)
  @IsOmittable()
  limit?: number;
}

/** Who did what, when, and from where. */
export class AuditEntryDto implements AuditEntry {
  @ApiProperty({ example: '1764064800000-0' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ example: 'admin' })
  actor: string;

  @ApiProperty({ example: '192.0.2.7' })
  address: string;

  @ApiProperty({ example: 'extended' })
  action: string;

  @ApiProperty({ example: 'user123-a24fd782' })
  target: string;

  /** What the act was given or changed; `changes` holds `{name: {from, to}}` for settings. */
  @ApiProperty({ type: 'object', additionalProperties: true, example: { hours: 12 } })
  detail: Record<string, unknown>;
}

export class AuditPageDto {
  /** The newest first. */
  @ApiProperty({ type: [AuditEntryDto] })
  entries: AuditEntryDto[];

  /** For `before` of the next page; null at the end. */
  @ApiProperty({ type: String, nullable: true, example: '1764064800000-0' })
  next: string | null;

  static from({ entries, next }: AuditPage): AuditPageDto {
    return { entries: [...entries], next: next ?? null };
  }
}
