import type { Config } from '@app/config';
import { EGRESS_MODES } from '@app/egress';
import { ApiProperty, PartialType } from '@nestjs/swagger';
import { egressWarnings } from '../health/egress-warnings';
import type { ServiceStates } from '../instances/instance-states';
import type { Session } from '../sessions/session';
import { SessionSummaryDto, ProgressDto } from '../sessions/session.dto';
import type { Rollout } from '../sessions/session-configurator';
import type { Features, SettingName, Source } from '../sessions/settings';
import type { SessionFeatures, SettingsOverview } from '../sessions/settings.service';
import type { PoolState } from '../pool/pool.service';
import { RampStepDto } from './admin-requests.dto';

const MOST_PENDING = 100;
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
export class SourcesDto implements Record<SettingName | 'features', Source> {
  @ApiProperty({ enum: SOURCES })
  max_sessions: Source;

  @ApiProperty({ enum: SOURCES })
  max_sessions_per_user: Source;

  @ApiProperty({ enum: SOURCES })
  session_ttl_hours: Source;

  @ApiProperty({ enum: SOURCES })
  event_access_code: Source;

  @ApiProperty({ enum: SOURCES })
  features: Source;
}

/** What holds where no organiser has set anything. */
export class BaseConfigDto {
  @ApiProperty({ type: 'integer', example: 150 })
  max_sessions: number;

  @ApiProperty({ type: 'integer', example: 5 })
  max_sessions_per_user: number;

  @ApiProperty({ example: 24 })
  session_ttl_hours: number;

  /** What attendees show to launch an instance; null is nothing. */
  @ApiProperty({ type: String, nullable: true, example: 'K7QM-4XWD' })
  event_access_code: string | null;

  features: FeaturesDto;
}

/** How far the newest configuration has come. */
export class RolloutDto {
  /** Running instances. */
  @ApiProperty({ type: 'integer', example: 42 })
  active: number;

  /** Of them those that have taken it. */
  @ApiProperty({ type: 'integer', example: 42 })
  applied: number;

  /** Sessions whose instances have not taken it yet, the first hundred; it is tried again until they do. */
  @ApiProperty({ type: [String], example: [] })
  pending: string[];

  static from({ active, pending }: Rollout): RolloutDto {
    return { active, applied: active - pending.length, pending: pending.slice(0, MOST_PENDING) };
  }
}

/** Where instances may send: what the host's firewall lets through. */
export class EgressDto {
  /** `open`: anywhere; `internet`: to public addresses; `list`: to `networks`; `none`: nowhere. */
  @ApiProperty({ enum: EGRESS_MODES, example: 'internet' })
  mode: 'open' | 'internet' | 'list' | 'none';

  /** Those of `list`. */
  @ApiProperty({ type: [String], example: [] })
  networks: readonly string[];

  /** Where it is not held as it says, or contradicts other settings; each with what to do. */
  @ApiProperty({ type: [String], example: [] })
  warnings: string[];

  static from(config: Config): EgressDto {
    const { mode, networks } = config.instances.destinations.egress;
    return { mode, networks, warnings: egressWarnings(config) };
  }
}

export class ConfigDto extends BaseConfigDto {
  sources: SourcesDto;

  /** What holds without organisers: the environment's values, or the defaults. */
  base: BaseConfigDto;

  rollout: RolloutDto;

  /** Of the environment (`EGRESS`, `EGRESS_LIST`), so that only a restart changes it. */
  egress: EgressDto;

  /** Where attendees open the landing page: `PUBLIC_URL`, or else where this request was sent to. */
  @ApiProperty({ format: 'uri', example: 'https://jarvis.event.example' })
  public_url: string;

  static from(
    { settings, sources, base }: SettingsOverview,
    rollout: Rollout,
    platform: Pick<ConfigDto, 'egress' | 'public_url'>,
  ): ConfigDto {
    return { ...settings, sources, base, rollout: RolloutDto.from(rollout), ...platform };
  }
}

/** A session in the organisers' table. */
export class AdminSessionRowDto extends SessionSummaryDto {
  progress: ProgressDto;

  /** What went wrong, when it did. */
  @ApiProperty({ type: String, nullable: true, example: null })
  error: string | null;

  /** Whether its instance was started before anybody asked for it. */
  @ApiProperty({ example: true })
  warm: boolean;

  static override from(session: Session, containers: ServiceStates): AdminSessionRowDto {
    return {
      ...SessionSummaryDto.from(session, containers),
      progress: ProgressDto.from(session.step),
      error: session.error ?? null,
      warm: session.warm,
    };
  }
}

export class ActiveSessionsDto {
  @ApiProperty({ type: 'integer', example: 15 })
  total: number;

  @ApiProperty({ type: [AdminSessionRowDto] })
  sessions: AdminSessionRowDto[];

  @ApiProperty({ type: 'integer', example: 150 })
  max_sessions: number;
}

export class PortsDto {
  @ApiProperty({ type: 'integer', example: 10_000 })
  frontend: number;

  @ApiProperty({ type: 'integer', example: 10_001 })
  backend: number;
}

/** Only what a session has of its own. */
export class FeatureOverridesDto extends PartialType(FeaturesDto) {}

export class AdminSessionDto extends AdminSessionRowDto {
  @ApiProperty({ type: 'object', additionalProperties: true, example: { table: 4 } })
  metadata: Record<string, unknown>;

  @ApiProperty({ example: 'a24fd782' })
  instance_id: string;

  @ApiProperty({ type: PortsDto, nullable: true })
  ports: PortsDto | null;

  @ApiProperty({ example: 'jarvis-user123-a24fd782-data' })
  volume: string;

  /** What the session may do: the platform's features with its own over them. */
  config: FeaturesDto;

  /** What of it is set for this session alone. */
  config_overrides: FeatureOverridesDto;

  /** Whether the running instance has taken the newest configuration. */
  @ApiProperty({ example: true })
  config_applied: boolean;

  static of(session: Session, containers: ServiceStates, config: SessionFeatures, applied: boolean): AdminSessionDto {
    return {
      ...AdminSessionRowDto.from(session, containers),
      metadata: session.metadata,
      instance_id: session.instanceId,
      ports: session.ports ?? null,
      volume: `jarvis-${session.sessionId}-data`,
      config: config.features,
      config_overrides: config.overrides,
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

/** Opens a session's instance for an organiser. */
export class SessionAccessDto {
  @ApiProperty({ example: 'user123-a24fd782' })
  session_id: string;

  @ApiProperty({ example: 'http://localhost:10000/?token=…' })
  frontend_url: string;

  @ApiProperty({ example: 'http://localhost:10001/api/v1/' })
  backend_url: string;

  /** The key to `backend_url`, as a Bearer token or `X-API-Key`. */
  @ApiProperty({ example: '9yV0…' })
  access_token: string;
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
