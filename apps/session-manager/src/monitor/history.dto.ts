import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { IsOmittable } from '../http/is-omittable';

/** How far back a history goes. */
export class HistoryQueryDto {
  /** Minutes back from now. */
  @ApiPropertyOptional({ type: Number, minimum: 5, maximum: 1_440, default: 60, example: 60 })
  @Max(1_440)
  @Min(5)
  @IsInt()
  @Type(() => Number)
  @IsOmittable()
  minutes?: number;
}

export class LaunchBucketDto {
  /** When it begins. */
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: 'integer', example: 12 })
  count: number;

  @ApiProperty({ type: 'integer', example: 0 })
  failed: number;

  @ApiProperty({ type: 'integer', example: 11 })
  warm: number;

  /** Milliseconds; null where nothing was launched. */
  @ApiProperty({ type: 'integer', nullable: true, example: 180 })
  p50_ms: number | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 900 })
  p95_ms: number | null;
}

export class LaunchFailureDto {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ example: 'user123-a24fd782' })
  session_id: string;

  @ApiProperty({ example: 'user123' })
  user_id: string;

  @ApiProperty({ example: 'launch_failed' })
  code: string;

  @ApiProperty({ example: 'The backend ended at start' })
  message: string;
}

/** Launches over time. */
export class LaunchHistoryDto {
  /** How long each bucket is. */
  @ApiProperty({ type: 'integer', example: 60 })
  bucket_seconds: number;

  /** Every bucket of the time asked for, empty ones too, the oldest first. */
  @ApiProperty({ type: [LaunchBucketDto] })
  buckets: LaunchBucketDto[];

  /** The last failures, the newest first. */
  @ApiProperty({ type: [LaunchFailureDto] })
  failures: LaunchFailureDto[];
}

export class PlatformSampleDto {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: Number, nullable: true, example: 37.5 })
  host_cpu_percent: number | null;

  @ApiProperty({ type: 'integer', example: 9_120_000_000 })
  host_memory_bytes: number;

  /** Of one processor. */
  @ApiProperty({ type: Number, nullable: true, example: 64.2 })
  instances_cpu_percent: number | null;

  @ApiProperty({ type: 'integer', example: 2_580_000_000 })
  instances_memory_bytes: number;

  @ApiProperty({ type: 'integer', example: 42 })
  sessions: number;

  @ApiProperty({ type: 'integer', example: 18 })
  warm: number;

  @ApiProperty({ type: 'integer', example: 0 })
  waiting: number;
}

export class PlatformHistoryDto {
  @ApiProperty({ type: [PlatformSampleDto] })
  samples: PlatformSampleDto[];
}

export class ServiceUsageDto {
  /** Of one processor; null at the first reading. */
  @ApiProperty({ type: Number, nullable: true, example: 1.4 })
  cpu_percent: number | null;

  @ApiProperty({ type: 'integer', example: 28_000_000 })
  memory_bytes: number;
}

export class SessionSampleDto {
  @ApiProperty({ format: 'date-time' })
  at: string;

  /** Null while it does not run. */
  @ApiProperty({ type: ServiceUsageDto, nullable: true })
  frontend: ServiceUsageDto | null;

  /** Null while it does not run. */
  @ApiProperty({ type: ServiceUsageDto, nullable: true })
  backend: ServiceUsageDto | null;
}

export class SessionUsageDto {
  @ApiProperty({ example: 'user123-a24fd782' })
  session_id: string;

  /** The limit of a container; null where none is enforced. */
  @ApiProperty({ type: 'integer', nullable: true, example: 1_073_741_824 })
  frontend_memory_limit_bytes: number | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 2_147_483_648 })
  backend_memory_limit_bytes: number | null;

  @ApiProperty({ type: [SessionSampleDto] })
  samples: SessionSampleDto[];
}
