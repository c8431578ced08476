import {
  Controller,
  Get,
  Header,
  Param,
  ParseEnumPipe,
  Query,
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
import { map, type Observable } from 'rxjs';
import { AdminGuard } from '../auth/admin.guard';
import { TooManyAttemptsError, UnauthorizedError } from '../auth/auth.errors';
import { ApiProblems } from '../http/api-problems';
import { InvalidRequestError, RedisUnavailableError } from '../http/http.errors';
import { SessionGoneError, SessionNotFoundError } from '../sessions/sessions.errors';
import { DashboardDto } from './dashboard.dto';
import { HistoryQueryDto, LaunchHistoryDto, PlatformHistoryDto, SessionUsageDto } from './history.dto';
import { LogLineDto, LogsQueryDto } from './logs.dto';
import { MonitorService } from './monitor.service';

const Service = { frontend: 'frontend', backend: 'backend' } as const;
type ServiceName = keyof typeof Service;

@ApiTags('monitoring')
@ApiBasicAuth()
@ApiBearerAuth()
@ApiProblems(InvalidRequestError, UnauthorizedError, TooManyAttemptsError, RedisUnavailableError)
@UseGuards(AdminGuard)
@Controller('admin')
export class MonitorController {
  constructor(private readonly monitor: MonitorService) {}

  @Get('dashboard')
  @ApiOperation({ operationId: 'getDashboard', summary: 'The platform at this moment' })
  @ApiOkResponse({ type: DashboardDto })
  dashboard(): Promise<DashboardDto> {
    return this.monitor.dashboard();
  }

  @Get('launches')
  @ApiOperation({ operationId: 'getLaunchHistory', summary: 'Launches, their time and failures, over time' })
  @ApiOkResponse({ type: LaunchHistoryDto })
  launches(@Query() { minutes = 60 }: HistoryQueryDto): Promise<LaunchHistoryDto> {
    return this.monitor.launches(minutes);
  }

  @Get('usage')
  @ApiOperation({ operationId: 'getPlatformHistory', summary: 'Processor, memory and sessions over time' })
  @ApiOkResponse({ type: PlatformHistoryDto })
  usage(@Query() { minutes = 60 }: HistoryQueryDto): Promise<PlatformHistoryDto> {
    return this.monitor.usage(minutes);
  }

  @Get('sessions/:id/usage')
  @ApiOperation({ operationId: 'getSessionUsage', summary: "Processor and memory of a session's containers over time" })
  @ApiOkResponse({ type: SessionUsageDto })
  @ApiProblems(InvalidRequestError, SessionNotFoundError, SessionGoneError)
  usageOf(@Param('id') id: string, @Query() { minutes = 60 }: HistoryQueryDto): Promise<SessionUsageDto> {
    return this.monitor.usageOf(id, minutes);
  }

  @Get('sessions/:id/logs/:service')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @ApiOperation({ operationId: 'getSessionLogs', summary: 'What a container of a session printed' })
  @ApiParam({ name: 'service', enum: Service })
  @ApiProduces('text/plain')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  @ApiProblems(InvalidRequestError, SessionNotFoundError, SessionGoneError)
  logs(
    @Param('id') id: string,
    @Param('service', new ParseEnumPipe(Service)) service: ServiceName,
    @Query() { tail = 500 }: LogsQueryDto,
  ): Promise<string> {
    return this.monitor.logs(id, service, tail);
  }

  @Sse('sessions/:id/logs/:service/events')
  @ApiOperation({
    operationId: 'followSessionLogs',
    summary: 'The last lines that a container printed, then each further one (server-sent events)',
  })
  @ApiParam({ name: 'service', enum: Service })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ type: LogLineDto, description: 'Each `data:` line is one such object' })
  @ApiProblems(InvalidRequestError, SessionNotFoundError, SessionGoneError)
  followLogs(
    @Param('id') id: string,
    @Param('service', new ParseEnumPipe(Service)) service: ServiceName,
    @Query() { tail = 500 }: LogsQueryDto,
  ): Observable<MessageEvent> {
    return this.monitor.followLogs(id, service, tail).pipe(map((data) => ({ data })));
  }
}
