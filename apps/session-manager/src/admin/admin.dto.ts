import { ApiProperty } from '@nestjs/swagger';
import type { ServiceStates } from '../instances/instance-states';
import type { Session } from '../sessions/session';
import { SessionSummaryDto, ProgressDto } from '../sessions/session.dto';
import type { Features, LimitName, Settings, Source } from '../sessions/settings';
import type { PoolState } from '../pool/pool.service';
import { RampStepDto } from './admin-requests.dto';

const SOURCES = ['admin', 'environment', 'default'];

export class TokenDto {
  @ApiProperty({ example: 'Zk1u…' })
  access_token: string;

  @ApiProperty({ enum: ['Bearer'] })
  token_type: 'Bearer';

  /** Seconds. */
  @ApiProperty({ type: 'integer', example: 28_800 })
  expires_in: number;
}

export class FeaturesDto implements Features {
  @ApiProperty({ example: true })
  log_generation: boolean;

  @ApiProperty({ example: true })
  destinations: boolean;

  @ApiProperty({ type: [String], example: ['all'] })
  scenarios: readonly string[];

  @ApiProperty({ type: [String], example: ['all'] })
  products: readonly string[];

  @ApiProperty({ type: 'integer', nullable: true, example: 1_000 })
  max_events: number | null;

  @ApiProperty({ type: Number, nullable: true, example: 100 })
  rate_limit: number | null;
}

/** Where each setting comes from. */
export class SourcesDto implements Record<LimitName | 'features', Source> {
  @ApiProperty({ enum: SOURCES })
  max_sessions: Source;

  @ApiProperty({ enum: SOURCES })
  max_sessions_per_user: Source;

  @ApiProperty({ enum: SOURCES })
  session_ttl_hours: Source;

  @ApiProperty({ enum: SOURCES })
  features: Source;
}

export class ConfigDto {
  @ApiProperty({ type: 'integer', example: 150 })
  max_sessions: number;

  @ApiProperty({ type: 'integer', example: 5 })
  max_sessions_per_user: number;

  @ApiProperty({ example: 24 })
  session_ttl_hours: number;

  features: FeaturesDto;

  sources: SourcesDto;

  static from(settings: Settings, sources: SourcesDto): ConfigDto {
    return { ...settings, sources };
  }
}

export class ActiveSessionsDto {
  @ApiProperty({ type: 'integer', example: 15 })
  total: number;

  sessions: SessionSummaryDto[];

  @ApiProperty({ type: 'integer', example: 150 })
  max_sessions: number;
}

export class PortsDto {
  @ApiProperty({ type: 'integer', example: 10_000 })
  frontend: number;

  @ApiProperty({ type: 'integer', example: 10_001 })
  backend: number;
}

export class AdminSessionDto extends SessionSummaryDto {
  @ApiProperty({ type: 'object', additionalProperties: true, example: { table: 4 } })
  metadata: Record<string, unknown>;

  progress: ProgressDto;

  /** What went wrong, when it did. */
  @ApiProperty({ type: String, nullable: true, example: null })
  error: string | null;

  @ApiProperty({ example: 'a24fd782' })
  instance_id: string;

  @ApiProperty({ type: PortsDto, nullable: true })
  ports: PortsDto | null;

  @ApiProperty({ example: 'jarvis-user123-a24fd782-data' })
  volume: string;

  /** What the session may do: the platform's features with its own over them. */
  config: FeaturesDto;

  /** Whether the running instance has taken the newest configuration. */
  @ApiProperty({ example: true })
  config_applied: boolean;

  static of(session: Session, containers: ServiceStates, config: Features, applied: boolean): AdminSessionDto {
    return {
      ...SessionSummaryDto.from(session, containers),
      metadata: session.metadata,
      progress: ProgressDto.from(session.step),
      error: session.error ?? null,
      instance_id: session.instanceId,
      ports: session.ports ?? null,
      volume: `jarvis-${session.sessionId}-data`,
      config,
      config_applied: applied,
    };
  }
}

export class SessionConfigDto {
  @ApiProperty({ example: 'user123-a24fd782' })
  session_id: string;

  features: FeaturesDto;

  /** Whether the running instance has taken it; if not, it is tried again until it does. */
  @ApiProperty({ example: true })
  applied: boolean;
}

export class CleanupDto {
  @ApiProperty({ type: 'integer', example: 2 })
  cleaned: number;

  @ApiProperty({ type: [String], example: ['user123-a24fd782', 'ada-09c1f3d2'] })
  sessions: string[];
}

export class PoolBackoffDto {
  /** Failed starts in a row. */
  @ApiProperty({ type: 'integer', example: 2 })
  failures: number;

  @ApiProperty({ format: 'date-time' })
  retry_at: string;

  /** What went wrong at last. */
  @ApiProperty({ example: 'no such image: jarvis-frontend:prod' })
  error: string;
}

export class PoolDto {
  /** How many warm instances are to be kept. */
  @ApiProperty({ type: 'integer', example: 20 })
  target: number;

  /** Whose decision that is: the latest one wins. */
  @ApiProperty({ enum: ['admin', 'environment', 'plan'] })
  target_source: 'admin' | 'environment' | 'plan';

  @ApiProperty({ type: [RampStepDto] })
  plan: RampStepDto[];

  @ApiProperty({ enum: ['admin', 'environment'] })
  plan_source: 'admin' | 'environment';

  /** When the plan changes the target next; null when it does not. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  next_at: string | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 150 })
  next_target: number | null;

  /** Warm instances that can be claimed at once. */
  @ApiProperty({ type: 'integer', example: 18 })
  ready: number;

  @ApiProperty({ type: 'integer', example: 2 })
  starting: number;

  /** Those that are being removed. */
  @ApiProperty({ type: 'integer', example: 0 })
  retiring: number;

  /** What a pair that is started now is made of; changes with images and settings. */
  @ApiProperty({ type: String, nullable: true, example: '7b0c3f5a91d2e864' })
  revision: string | null;

  /** Null while starts succeed. */
  @ApiProperty({ type: PoolBackoffDto, nullable: true, example: null })
  backoff: PoolBackoffDto | null;

  static from({ target, plan, planSource, ready, starting, retiring, revision, backoff }: PoolState): PoolDto {
    return {
      target: target.value,
      target_source: target.source,
      plan: plan.map(({ at, keep }) => ({ at, keep })),
      plan_source: planSource,
      next_at: target.next?.at.toISOString() ?? null,
      next_target: target.next?.keep ?? null,
      ready,
      starting,
      retiring,
      revision: revision ?? null,
      backoff:
        backoff === undefined
          ? null
          : { failures: backoff.failures, retry_at: new Date(backoff.until).toISOString(), error: backoff.error },
    };
  }
}
