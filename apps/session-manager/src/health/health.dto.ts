import { ApiProperty } from '@nestjs/swagger';

export class WarningDto {
  @ApiProperty({ enum: ['default_password', 'process_driver', 'image_missing'] })
  code: 'default_password' | 'process_driver' | 'image_missing';

  /** What it means and what to do. */
  @ApiProperty({ example: 'The admin password is the published default. Set ADMIN_PASSWORD before the event.' })
  message: string;
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

  @ApiProperty({ enum: ['up', 'down'] })
  redis: 'up' | 'down';

  engine: EngineHealthDto;

  warnings: WarningDto[];
}
