import { ApiProperty } from '@nestjs/swagger';
import { EngineHealthDto, WarningDto } from '../health/health.dto';

export class SessionCountsDto {
  @ApiProperty({ type: 'integer', example: 42 })
  active: number;

  @ApiProperty({ type: 'integer', example: 3 })
  creating: number;

  @ApiProperty({ type: 'integer', example: 1 })
  stopping: number;

  /** Places that are kept for people who have a link and have not opened it yet. */
  @ApiProperty({ type: 'integer', example: 10 })
  reserved: number;

  /** How many sessions there may be. */
  @ApiProperty({ type: 'integer', example: 150 })
  max: number;
}

export class PoolCountsDto {
  @ApiProperty({ type: 'integer', example: 20 })
  target: number;

  @ApiProperty({ type: 'integer', example: 18 })
  ready: number;

  @ApiProperty({ type: 'integer', example: 2 })
  starting: number;

  @ApiProperty({ type: 'integer', example: 0 })
  retiring: number;

  /** Whether the last start failed. */
  @ApiProperty({ example: false })
  failing: boolean;
}

export class LineDto {
  @ApiProperty({ type: 'integer', example: 4 })
  length: number;

  @ApiProperty({ type: 'integer', example: 1_000 })
  max_length: number;

  /** How long whoever joined now would wait, in seconds; null where nothing tells. */
  @ApiProperty({ type: 'integer', nullable: true, example: 90 })
  estimated_wait_seconds: number | null;
}

export class PortRangeDto {
  @ApiProperty({ type: 'integer', example: 10_000 })
  start: number;

  @ApiProperty({ type: 'integer', example: 20_000 })
  end: number;

  /** Ports of the range. */
  @ApiProperty({ type: 'integer', example: 10_001 })
  total: number;

  /** Leased to instances, warm ones too. */
  @ApiProperty({ type: 'integer', example: 92 })
  used: number;
}

/** The machine on which instances run. */
export class HostDto {
  @ApiProperty({ type: 'integer', example: 8 })
  cpus: number;

  /** Of all processors together, 0 to 100; null until there are two readings. */
  @ApiProperty({ type: Number, nullable: true, example: 37.5 })
  cpu_percent: number | null;

  @ApiProperty({ type: 'integer', example: 16_777_216_000 })
  memory_bytes: number;

  @ApiProperty({ type: 'integer', example: 9_120_000_000 })
  memory_used_bytes: number;

  /** The disk that holds the instances' data; null where this program cannot see it. */
  @ApiProperty({ type: 'integer', nullable: true, example: 250_000_000_000 })
  disk_bytes: number | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 80_000_000_000 })
  disk_used_bytes: number | null;
}

/** What all instances take together, warm ones too. */
export class InstancesUsageDto {
  /** Instances of which there are figures. */
  @ApiProperty({ type: 'integer', example: 46 })
  instances: number;

  /** Of one processor: 250 is two and a half. */
  @ApiProperty({ type: Number, nullable: true, example: 64.2 })
  cpu_percent: number | null;

  @ApiProperty({ type: 'integer', example: 2_580_000_000 })
  memory_bytes: number;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

/** Launches that came to an end within the last hour. */
export class LaunchFiguresDto {
  @ApiProperty({ type: 'integer', example: 120 })
  count: number;

  @ApiProperty({ type: 'integer', example: 2 })
  failed: number;

  /** Of them by a claim of a warm instance. */
  @ApiProperty({ type: 'integer', example: 110 })
  warm: number;

  /** From the request to the active session, in milliseconds; null without launches. */
  @ApiProperty({ type: 'integer', nullable: true, example: 180 })
  p50_ms: number | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 900 })
  p95_ms: number | null;
}

export class ImageDto {
  @ApiProperty({ example: 'jarvis-frontend:prod' })
  name: string;

  @ApiProperty({ example: true })
  present: boolean;
}

export class ServicesDto {
  @ApiProperty({ enum: ['up', 'down'] })
  redis: 'up' | 'down';

  engine: EngineHealthDto;

  /** What the engine calls its version; null while it is away. */
  @ApiProperty({ type: String, nullable: true, example: '20.10.24' })
  engine_version: string | null;

  @ApiProperty({ type: [ImageDto] })
  images: ImageDto[];
}

/** The platform at one moment. */
export class DashboardDto {
  @ApiProperty({ format: 'date-time' })
  at: string;

  sessions: SessionCountsDto;

  pool: PoolCountsDto;

  waiting: LineDto;

  ports: PortRangeDto;

  /** Null until the first reading. */
  @ApiProperty({ type: HostDto, nullable: true })
  host: HostDto | null;

  /** Null until the first reading. */
  @ApiProperty({ type: InstancesUsageDto, nullable: true })
  instances: InstancesUsageDto | null;

  launches: LaunchFiguresDto;

  services: ServicesDto;

  @ApiProperty({ type: [WarningDto] })
  warnings: WarningDto[];
}
