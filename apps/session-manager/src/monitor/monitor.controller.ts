import {
  Controller,
  Get,
  Header,
  Param,
  ParseEnumPipe,
  Query,
  Res,
  Sse,
  UseGuards,
  type MessageEvent,
} from '@nestjs/common';
import {
  ApiBasicAuth,
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Observable } from 'rxjs';
import { AdminGuard } from '../auth/admin.guard';
import { TooManyAttemptsError, UnauthorizedError } from '../auth/auth.errors';
import { ApiProblems } from '../http/api-problems';
import { EngineAwayError } from '../http/engine-problem';
import { InvalidRequestError, RedisUnavailableError } from '../http/http.errors';
import { ApiSessionId } from '../sessions/api-session-id';
import { SessionGoneError, SessionNotFoundError } from '../sessions/sessions.errors';
import { DashboardDto } from './dashboard.dto';
import { DashboardService } from './dashboard.service';
import { HistoryQueryDto, LaunchHistoryDto, PlatformHistoryDto, SessionUsageDto } from './history.dto';
import { logEvents } from './log-events';
import { LogLineDto, LogsQueryDto } from './logs.dto';
import { LaunchHistory } from './launch-history';
import { SessionLogs } from './session-logs';
import { UsageHistory } from './usage-history';

const Service = { frontend: 'frontend', backend: 'backend' } as const;
const LOG_EXAMPLE = '2026-05-04T08:45:00.000Z {"level":"info","message":"Listening"}\n';
type ServiceName = keyof typeof Service;

@ApiTags('monitoring')
@ApiBasicAuth()
@ApiBearerAuth()
@ApiProblems(InvalidRequestError, UnauthorizedError, TooManyAttemptsError, RedisUnavailableError)
@UseGuards(AdminGuard)
@Controller('admin')
export class MonitorController {
  constructor(
    private readonly platform: DashboardService,
    private readonly launchHistory: LaunchHistory,
    private readonly usageHistory: UsageHistory,
    private readonly sessionLogs: SessionLogs,
  ) {}

  @Get('dashboard')
  @ApiOperation({ operationId: 'getDashboard', summary: 'The platform at this moment' })
  @ApiOkResponse({ type: DashboardDto })
  dashboard(): Promise<DashboardDto> {
    return this.platform.now();
  }

  @Get('launches')
  @ApiOperation({ operationId: 'getLaunchHistory', summary: 'Launches, their time and failures, over time' })
  @ApiOkResponse({ type: LaunchHistoryDto })
  launches(@Query() { minutes = 60 }: HistoryQueryDto): Promise<LaunchHistoryDto> {
    return this.launchHistory.of(minutes);
  }

  @Get('usage')
  @ApiOperation({ operationId: 'getPlatformHistory', summary: 'Processor, memory and sessions over time' })
  @ApiOkResponse({ type: PlatformHistoryDto })
  usage(@Query() { minutes = 60 }: HistoryQueryDto): Promise<PlatformHistoryDto> {
    return this.usageHistory.ofPlatform(minutes);
  }

  @Get('sessions/:id/usage')
  @ApiSessionId()
  @ApiOperation({ operationId: 'getSessionUsage', summary: "Processor and memory of a session's containers over time" })
  @ApiOkResponse({ type: SessionUsageDto })
  @ApiProblems(SessionNotFoundError, SessionGoneError)
  usageOf(@Param('id') id: string, @Query() { minutes = 60 }: HistoryQueryDto): Promise<SessionUsageDto> {
    return this.usageHistory.ofSession(id, minutes);
  }

  @Get('sessions/:id/logs/:service')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @ApiOperation({ operationId: 'getSessionLogs', summary: 'What a container of a session printed' })
  @ApiSessionId()
  @ApiParam({ name: 'service', enum: Service, description: 'Which container' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' }, example: LOG_EXAMPLE } } })
  @ApiProblems(SessionNotFoundError, SessionGoneError, EngineAwayError)
  logs(
    @Param('id') id: string,
    @Param('service', new ParseEnumPipe(Service)) service: ServiceName,
    @Query() { tail = 500 }: LogsQueryDto,
  ): Promise<AsyncIterable<string>> {
    return this.sessionLogs.text(id, service, tail);
  }

  @Sse('sessions/:id/logs/:service/events')
  @ApiOperation({
    operationId: 'followSessionLogs',
    summary: 'The last lines that a container printed, then each further one (server-sent events)',
  })
  @ApiSessionId()
  @ApiParam({ name: 'service', enum: Service, description: 'Which container' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ type: LogLineDto, description: 'Each `data:` line is one such object' })
  @ApiProblems(SessionNotFoundError, SessionGoneError, EngineAwayError)
  async followLogs(
    @Param('id') id: string,
    @Param('service', new ParseEnumPipe(Service)) service: ServiceName,
    @Query() { tail = 500 }: LogsQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Observable<MessageEvent>> {
    return logEvents(await this.sessionLogs.lines(id, service, { tail, follow: true }), reply.raw);
  }
}
