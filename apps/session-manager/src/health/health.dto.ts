import { ApiProperty } from '@nestjs/swagger';

export const WARNING_CODES = [
  'default_password',
  'process_driver',
  'image_missing',
  'sessions_near_cap',
  'ports_low',
  'disk_low',
  'memory_low',
  'pool_failing',
  'engine_away',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

export const SEVERITIES = ['info', 'warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export class WarningDto {
  @ApiProperty({ enum: WARNING_CODES, example: 'disk_low' })
  code: WarningCode;

  /** `critical`: something cannot work now or soon. */
  @ApiProperty({ enum: SEVERITIES, example: 'warning' })
  severity: Severity;

  /** What it means and what to do. */
  @ApiProperty({ example: 'The disk has 1.5 GB left. Purge kept volumes or unused images, or add disk.' })
  message: string;

  /** What to do, alone. */
  @ApiProperty({ example: 'Purge kept volumes or unused images, or add disk.' })
  action: string;
}

export class EngineHealthDto {
  @ApiProperty({ enum: ['docker', 'process'] })
  driver: 'docker' | 'process';

  @ApiProperty({ enum: ['up', 'down'] })
  status: 'up' | 'down';
}

export class HealthDto {
  /** `degraded`: nothing new can be started; `unhealthy`: Redis is away. */
  @ApiProperty({ enum: ['healthy', 'degraded', 'unhealthy'] })
  status: 'healthy' | 'degraded' | 'unhealthy';

  @ApiProperty({ format: 'date-time' })
  timestamp: string;

  /** Null while Redis is away. */
  @ApiProperty({ type: 'integer', nullable: true, example: 0 })
  active_sessions: number | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 150 })
  max_sessions: number | null;

  @ApiProperty({ type: Number, nullable: true, example: 24 })
  session_ttl_hours: number | null;

  /** Whether a launch needs the event's access code. */
  @ApiProperty({ type: Boolean, nullable: true, example: false })
  access_code_required: boolean | null;

  @ApiProperty({ enum: ['up', 'down'] })
  redis: 'up' | 'down';

  engine: EngineHealthDto;

  warnings: WarningDto[];

  /** Where EGRESS is not held as it says, or contradicts other settings; each with what to do. */
  @ApiProperty({ type: [String], example: [] })
  egress_warnings: string[];
}
