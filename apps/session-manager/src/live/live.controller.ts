import { Controller, Req, Res, Sse, UseGuards, type MessageEvent } from '@nestjs/common';
import {
  ApiBasicAuth,
  ApiBearerAuth,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Observable } from 'rxjs';
import { AdminSessionRowDto } from '../admin/admin.dto';
import { AuditEntryDto } from '../audit/audit.dto';
import { AdminGuard, type AdminRequest } from '../auth/admin.guard';
import { TooManyAttemptsError, UnauthorizedError } from '../auth/auth.errors';
import { bearerToken } from '../auth/bearer-token';
import { ApiProblems } from '../http/api-problems';
import { RedisUnavailableError } from '../http/http.errors';
import { DashboardDto } from '../monitor/dashboard.dto';
import { OperationDto } from '../operations/operations.dto';
import { SessionGoneEventDto, UsageEventDto } from './live.dto';
import { LiveService } from './live.service';

/** Characters that may wait for a listener that does not read; after that it has to connect again. */
const MOST_WAITING = 2_000_000;

const EVENTS = [DashboardDto, AdminSessionRowDto, SessionGoneEventDto, UsageEventDto, OperationDto, AuditEntryDto];

@ApiTags('monitoring')
@ApiBasicAuth()
@ApiBearerAuth()
@ApiExtraModels(...EVENTS)
@ApiProblems(UnauthorizedError, TooManyAttemptsError, RedisUnavailableError)
@UseGuards(AdminGuard)
@Controller('admin')
export class LiveController {
  constructor(private readonly live: LiveService) {}

  /**
   * `dashboard` (DashboardDto) at once and every two seconds, `session` (AdminSessionRowDto) for each change of a session, `session_gone`
   * (SessionGoneEventDto), `usage` (UsageEventDto) at once and after each reading, `operation` (OperationDto) for each progress of one, `audit` (AuditEntryDto)
   * for each act of an organiser. A login that ends ends the stream.
   */
  @Sse('events', { maxPendingDataLength: MOST_WAITING })
  @ApiOperation({ operationId: 'followPlatform', summary: 'All that happens (server-sent events)' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({
    description: 'Each `event:` line names what its `data:` line holds',
    schema: { anyOf: EVENTS.map((type) => ({ $ref: getSchemaPath(type) })) },
  })
  follow(@Req() request: AdminRequest, @Res({ passthrough: true }) reply: FastifyReply): Observable<MessageEvent> {
    return this.live.follow({ token: bearerToken(request), isReading: () => !reply.raw.writableNeedDrain });
  }
}
