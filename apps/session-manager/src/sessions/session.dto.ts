import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { ServiceStates } from '../instances/instance-states';
import { accessToken } from '../instances/secrets';
import { instanceUrls, type PublicAddress } from './instance-urls';
import {
  END_REASONS,
  STATUSES,
  STEPS,
  type EndReason,
  type Session,
  type SessionChange,
  type SessionStatus,
} from './session';

/** How far a start has come. */
export class ProgressDto {
  @ApiProperty({ enum: Object.keys(STEPS), example: 'starting' })
  step: string;

  @ApiProperty({ minimum: 0, maximum: 100, example: 45 })
  percent: number;

  @ApiProperty({ example: 'Starting your containers' })
  message: string;

  static from(step: Session['step']): ProgressDto {
    return { step, ...STEPS[step] };
  }
}

/** What each container does, in Docker's words. */
export class ContainersDto {
  @ApiPropertyOptional({ example: 'running' })
  frontend?: string;

  @ApiPropertyOptional({ example: 'running' })
  backend?: string;
}

/** A session as the admin's list shows it. */
export class SessionSummaryDto {
  @ApiProperty({ example: 'user123-a24fd782' })
  session_id: string;

  @ApiProperty({ example: 'user123' })
  user_id: string;

  @ApiProperty({ enum: STATUSES, example: 'active' })
  status: SessionStatus;

  @ApiProperty({ format: 'date-time' })
  created_at: string;

  @ApiProperty({ format: 'date-time' })
  expires_at: string;

  containers: ContainersDto;

  static from(session: Session, containers: ServiceStates): SessionSummaryDto {
    return {
      session_id: session.sessionId,
      user_id: session.userId,
      status: session.status,
      created_at: session.createdAt.toISOString(),
      expires_at: session.expiresAt.toISOString(),
      containers,
    };
  }
}

/** A session as its owner sees it. */
export class SessionDto extends SessionSummaryDto {
  @ApiProperty({ type: 'object', additionalProperties: true, example: { table: 4 } })
  metadata: Record<string, unknown>;

  progress: ProgressDto;

  /** Opens the instance; null until it is active. */
  @ApiProperty({ type: String, nullable: true, example: 'http://localhost:10000/?token=…' })
  frontend_url: string | null;

  /** The instance's API; null until it is active. */
  @ApiProperty({ type: String, nullable: true, example: 'http://localhost:10001/api/v1/' })
  backend_url: string | null;

  /** The key to `backend_url`, as a Bearer token or `X-API-Key`; null until the session is active. */
  @ApiProperty({ type: String, nullable: true, example: 'mD3u…' })
  access_token: string | null;

  /** What went wrong, when it did. */
  @ApiProperty({ type: String, nullable: true, example: null })
  error: string | null;

  /** Made once for a record that is kept, as long as its containers do the same. */
  static of(session: Session, containers: ServiceStates, address: PublicAddress): SessionDto {
    const last = shown.get(session);
    if (last?.containers === containers) return last;
    const dto = SessionDto.make(session, containers, address);
    shown.set(session, dto);
    return dto;
  }

  private static make(session: Session, containers: ServiceStates, address: PublicAddress): SessionDto {
    const urls = session.status === 'active' ? instanceUrls(session, address) : undefined;
    const token = urls === undefined ? null : accessToken(session.apiKey);
    return {
      ...SessionSummaryDto.from(session, containers),
      metadata: session.metadata,
      progress: ProgressDto.from(session.step),
      frontend_url: urls === undefined ? null : `${urls.frontend}/?token=${token}`,
      backend_url: urls === undefined ? null : `${urls.backend}/api/v1/`,
      access_token: token,
      error: session.error ?? null,
    };
  }
}

const shown = new WeakMap<Session, SessionDto>();

export class CreatedSessionDto extends SessionDto {
  /** Opens the session for its owner. It is shown here and never again. */
  @ApiProperty({ example: 'qkUuM5c0…' })
  session_token: string;
}

export class SessionListDto {
  @ApiProperty({ type: 'integer', example: 1 })
  total: number;

  sessions: SessionDto[];
}

export class EndedSessionDto {
  @ApiProperty({ example: 'user123-a24fd782' })
  session_id: string;

  @ApiProperty({ enum: ['ended', 'stopping'] })
  status: 'ended' | 'stopping';
}

export class ServiceHealthDto {
  @ApiProperty({ enum: ['healthy', 'unhealthy'] })
  status: 'healthy' | 'unhealthy';

  /** What the container does, in Docker's words. */
  @ApiPropertyOptional({ example: 'running' })
  state?: string;
}

export class ServicesHealthDto {
  frontend: ServiceHealthDto;
  backend: ServiceHealthDto;
}

export class SessionHealthDto {
  @ApiProperty({ example: 'user123-a24fd782' })
  session_id: string;

  @ApiProperty({ enum: ['healthy', 'unhealthy'] })
  status: 'healthy' | 'unhealthy';

  services: ServicesHealthDto;
}

/** One event of `GET /api/sessions/{id}/events`. */
export class SessionEventDto {
  @ApiProperty({ example: 'user123-a24fd782' })
  session_id: string;

  @ApiProperty({ enum: STATUSES })
  status: SessionStatus;

  progress: ProgressDto;

  @ApiProperty({ format: 'date-time' })
  expires_at: string;

  /** Why it has ended. */
  @ApiPropertyOptional({ enum: END_REASONS })
  reason?: EndReason;

  /** What went wrong, when it did. */
  @ApiPropertyOptional({ example: 'The frontend ended as soon as it was started.' })
  error?: string;

  static from(change: SessionChange): SessionEventDto {
    return {
      session_id: change.sessionId,
      status: change.status,
      progress: ProgressDto.from(change.step),
      expires_at: change.expiresAt,
      ...(change.endReason === undefined ? {} : { reason: change.endReason }),
      ...(change.error === undefined ? {} : { error: change.error }),
    };
  }
}
