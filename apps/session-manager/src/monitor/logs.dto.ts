import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { IsOmittable } from '../http/is-omittable';

export class LogsQueryDto {
  /** How many of the last lines. */
  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 100_000, default: 500, example: 500 })
  @Max(100_000)
  @Min(0)
  @IsInt()
  @Type(() => Number)
  @IsOmittable()
  tail?: number;
}

/** One line that a container printed. */
export class LogLineDto {
  /** Null where the driver does not tell. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  at: string | null;

  @ApiProperty({ enum: ['stdout', 'stderr'] })
  stream: 'stdout' | 'stderr';

  @ApiProperty({ example: '{"level":"info","message":"Listening"}' })
  text: string;
}
