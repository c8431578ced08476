import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsNumber, IsString, Length, Max, Min } from 'class-validator';
import { IsOmittable } from '../http/is-omittable';

export const ROSTER_MODES = ['create', 'reserve'] as const;
export type RosterMode = (typeof ROSTER_MODES)[number];

export const ROSTER_EXAMPLE = 'user_id,hours,table\nada@example.org,8,4\ngrace@example.org,,4\n';

export class RosterTextDto {
  /**
   * CSV (RFC 4180; comma, semicolon or tab) with a header line: `user_id`, `hours` (optional), `count` (optional: so many sessions), and up to 20 further
   * columns, which become the session's metadata. Without `user_id` the first of `user`, `email`, `e-mail` and `name` that is there stands for it. A text
   * with no such header is a list of user ids, one a line. 5,000 rows at most.
   */
  @ApiProperty({ minLength: 1, maxLength: 900_000, example: ROSTER_EXAMPLE })
  @Length(1, 900_000)
  @IsString()
  csv: string;
}

export class CreateRosterDto extends RosterTextDto {
  /** `create` starts each instance now; `reserve` keeps a place that becomes an instance when its link is opened. */
  @ApiProperty({ enum: ROSTER_MODES, example: 'reserve' })
  @IsIn(ROSTER_MODES)
  mode: RosterMode;

  /** How long sessions last, where the row does not say; without it the platform's setting. */
  @ApiPropertyOptional({ type: Number, minimum: 0.01, maximum: 720, example: 8 })
  @Max(720)
  @Min(0.01)
  @IsNumber()
  @IsOmittable()
  hours?: number;

  /** How long reserved places are kept. */
  @ApiPropertyOptional({ type: Number, minimum: 0.01, maximum: 720, default: 24, example: 24 })
  @Max(720)
  @Min(0.01)
  @IsNumber()
  @IsOmittable()
  hold_hours?: number;

  /** Whether good rows are taken although others are bad; otherwise one bad row refuses all. */
  @ApiPropertyOptional({ type: Boolean, default: false, example: false })
  @IsBoolean()
  @IsOmittable()
  skip_bad_rows?: boolean;
}

/** What is wrong with one row. */
export class BadRowDto {
  /** The line of the text, from 1. */
  @ApiProperty({ type: 'integer', example: 3 })
  line: number;

  /** The column; null when it is the whole row. */
  @ApiProperty({ type: String, nullable: true, example: 'hours' })
  field: string | null;

  @ApiProperty({ example: 'hours must be a number from 0.01 to 720, not "soon"' })
  message: string;
}

export class RosterRowDto {
  @ApiProperty({ type: 'integer', example: 2 })
  line: number;

  @ApiProperty({ example: 'ada@example.org' })
  user_id: string;

  @ApiProperty({ type: Number, nullable: true, example: 8 })
  hours: number | null;

  @ApiProperty({ type: 'integer', example: 1 })
  count: number;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, example: { table: '4' } })
  metadata: Record<string, string>;
}

/** A roster as it was understood. */
export class RosterCheckDto {
  @ApiProperty({ type: [RosterRowDto] })
  rows: RosterRowDto[];

  @ApiProperty({ type: [BadRowDto] })
  bad_rows: BadRowDto[];

  /** Sessions that it would make. */
  @ApiProperty({ type: 'integer', example: 2 })
  sessions: number;

  /** Places that are free now. */
  @ApiProperty({ type: 'integer', example: 148 })
  available: number;
}

/** A session or a reservation, and the token that opens it. */
interface PlacedRow {
  readonly sessionId?: string;
  readonly reservationId?: string;
  readonly token: string;
  readonly expiresAt: Date;
}

export class RosterEntryDto {
  @ApiProperty({ type: 'integer', example: 2 })
  line: number;

  @ApiProperty({ example: 'ada@example.org' })
  user_id: string;

  /** Null for a reserved place. */
  @ApiProperty({ type: String, nullable: true, example: 'ada-example-org-1f2e3d4c' })
  session_id: string | null;

  /** Null for a session that was created. */
  @ApiProperty({ type: String, nullable: true, example: null })
  reservation_id: string | null;

  /** Opens the session for whoever has it. It is shown here and never again. */
  @ApiProperty({ example: 'https://jarvis.example/#session=ada-example-org-1f2e3d4c&token=…' })
  link: string;

  /** When the session, or the reserved place, ends. */
  @ApiProperty({ format: 'date-time' })
  expires_at: string;

  /** What follows the `#` of a link stays in the browser: no server sees it or writes it down. */
  static from(
    { sessionId, reservationId, token, expiresAt }: PlacedRow,
    { line, user_id, origin }: { readonly line: number; readonly user_id: string; readonly origin: string },
  ): RosterEntryDto {
    const opens = sessionId === undefined ? `reservation=${token}` : `session=${sessionId}&token=${token}`;
    return {
      line,
      user_id,
      session_id: sessionId ?? null,
      reservation_id: reservationId ?? null,
      link: `${origin}/#${opens}`,
      expires_at: expiresAt.toISOString(),
    };
  }
}

export class RosterResultDto {
  @ApiProperty({ enum: ROSTER_MODES })
  mode: RosterMode;

  @ApiProperty({ type: [RosterEntryDto] })
  entries: RosterEntryDto[];

  /** Rows of which nothing was made, and why: bad ones, and those for which there was no place. */
  @ApiProperty({ type: [BadRowDto] })
  refused: BadRowDto[];
}
