import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** What is wrong with one field of a request. */
export class FieldProblem {
  @ApiProperty({ example: 'user_id' })
  field: string;

  @ApiProperty({ example: 'user_id must be longer than or equal to 1 characters' })
  message: string;
}

/** An error as RFC 9457 (`application/problem+json`) has it, with a `code` for programs. */
export class Problem {
  @ApiProperty({ example: 'about:blank' })
  type: string;

  @ApiProperty({ example: 'The platform is full' })
  title: string;

  @ApiProperty({ type: 'integer', example: 503 })
  status: number;

  /** What happened and what to do. */
  @ApiProperty({ example: 'All 150 instances are taken. Try again in 30 seconds.' })
  detail: string;

  /** A stable word for programs. */
  @ApiProperty({ example: 'full' })
  code: string;

  /** Why a session ended, with code `gone`. */
  @ApiPropertyOptional({ example: 'expired' })
  reason?: string;

  @ApiPropertyOptional({ type: [FieldProblem] })
  errors?: FieldProblem[];
}
