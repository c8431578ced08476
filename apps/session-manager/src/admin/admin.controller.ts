import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  HttpStatus,
  Param,
  Post,
  Put,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBasicAuth,
  ApiBearerAuth,
  ApiBody,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AdminGuard, type AdminRequest } from '../auth/admin.guard';
import { TooManyAttemptsError, UnauthorizedError } from '../auth/auth.errors';
import { bearerToken } from '../auth/bearer-token';
import { ApiProblems } from '../http/api-problems';
import { EngineAwayError } from '../http/engine-problem';
import { InvalidRequestError, RedisUnavailableError } from '../http/http.errors';
import { ApiSessionId } from '../sessions/api-session-id';
import { EndedSessionDto } from '../sessions/session.dto';
import {
  ExtensionTooLongError,
  LaunchFailedError,
  SessionGoneError,
  SessionNotActiveError,
  SessionNotFoundError,
} from '../sessions/sessions.errors';
import {
  ActiveSessionsDto,
  AdminSessionDto,
  CleanupDto,
  ConfigDto,
  SessionAccessDto,
  SessionConfigDto,
  TokenDto,
} from './admin.dto';
import { AdminLogin } from './admin-login';
import { ExtendSessionDto, LoginDto, UpdateConfigDto, UpdateSessionConfigDto } from './admin-requests.dto';
import { AdminService } from './admin.service';
import { ConfigurationService } from './configuration.service';

const CONFIG_EXAMPLES = {
  change: {
    summary: 'Other limits and features',
    value: { max_sessions: 150, max_sessions_per_user: 3, features: { scenarios: ['all'], products: ['sentinelone'] } },
  },
  reset: { summary: 'Back to what holds without organisers', value: { reset: ['max_sessions', 'features'] } },
};
const SESSION_CONFIG_EXAMPLES = {
  change: { summary: 'Other limits for this session', value: { features: { max_events: 1_000, rate_limit: 100 } } },
  reset: { summary: "Back to the platform's features", value: { features: {}, reset: ['max_events'] } },
};
const CSV_EXAMPLE = 'session_id,user_id,status\r\nuser123-a24fd782,user123,active\r\n';

@ApiTags('admin')
@ApiProblems(RedisUnavailableError)
@Controller('admin')
export class AdminLoginController {
  constructor(private readonly login: AdminLogin) {}

  @Post('login')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ operationId: 'adminLogin', summary: 'Log in', security: [] })
  @ApiOkResponse({ type: TokenDto })
  @ApiProblems(InvalidRequestError, UnauthorizedError, TooManyAttemptsError)
  logIn(@Body() { username, password }: LoginDto, @Req() request: FastifyRequest): Promise<TokenDto> {
    return this.login.logIn(username, password, request);
  }
}

@ApiTags('admin')
@ApiBasicAuth()
@ApiBearerAuth()
@ApiProblems(UnauthorizedError, TooManyAttemptsError, RedisUnavailableError)
@UseGuards(AdminGuard)
@Controller('admin')
export class AdminController {
  constructor(
    private readonly admin: AdminService,
    private readonly configuration: ConfigurationService,
    private readonly login: AdminLogin,
  ) {}

  @Post('logout')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ operationId: 'adminLogout', summary: 'End the login of this token' })
  @ApiNoContentResponse()
  logOut(@Req() request: AdminRequest): Promise<void> {
    return this.login.logOut(bearerToken(request), request);
  }

  @Get('config')
  @ApiOperation({ operationId: 'getConfig', summary: 'The global configuration' })
  @ApiOkResponse({ type: ConfigDto })
  getConfig(@Req() request: AdminRequest): Promise<ConfigDto> {
    return this.configuration.config(request);
  }

  /**
   * Only what is named changes. It holds for every replica at once, and running instances are told: those that do not answer within a
   * moment go on being told, as `rollout` shows.
   */
  @Put('config')
  @ApiOperation({ operationId: 'updateConfig', summary: 'Change the global configuration' })
  @ApiBody({ type: UpdateConfigDto, examples: CONFIG_EXAMPLES })
  @ApiOkResponse({ type: ConfigDto })
  @ApiProblems(InvalidRequestError)
  updateConfig(@Body() change: UpdateConfigDto, @Req() request: AdminRequest): Promise<ConfigDto> {
    return this.configuration.update(change, request);
  }

  @Get('sessions/active')
  @ApiOperation({ operationId: 'listActiveSessions', summary: 'All sessions that have not ended' })
  @ApiOkResponse({ type: ActiveSessionsDto })
  listActive(): Promise<ActiveSessionsDto> {
    return this.admin.listActive();
  }

  @Get('sessions/export')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="jarvis-sessions.csv"')
  @ApiOperation({ operationId: 'exportSessions', summary: 'All sessions that have not ended, as CSV' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' }, example: CSV_EXAMPLE } } })
  export(): Promise<string> {
    return this.admin.export();
  }

  @Post('sessions/cleanup')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ operationId: 'cleanupSessions', summary: 'End every session whose time has run out' })
  @ApiOkResponse({ type: CleanupDto })
  cleanUp(@Req() request: AdminRequest): Promise<CleanupDto> {
    return this.admin.cleanUp(request);
  }

  @Get('sessions/:id')
  @ApiSessionId()
  @ApiOperation({ operationId: 'getAdminSession', summary: 'A session with its ports, volume and configuration' })
  @ApiOkResponse({ type: AdminSessionDto })
  @ApiProblems(SessionNotFoundError, SessionGoneError)
  getSession(@Param('id') id: string): Promise<AdminSessionDto> {
    return this.admin.session(id);
  }

  @Delete('sessions/:id')
  @ApiSessionId()
  @ApiOperation({ operationId: 'terminateSession', summary: 'End a session and remove all that belongs to it' })
  @ApiOkResponse({ type: EndedSessionDto })
  @ApiAcceptedResponse({ type: EndedSessionDto, description: 'The end takes long and goes on' })
  @ApiProblems(SessionNotFoundError, SessionGoneError)
  async terminate(
    @Param('id') id: string,
    @Req() request: AdminRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EndedSessionDto> {
    const ended = await this.admin.terminate(id, request);
    void reply.status(ended.status === 'ended' ? HttpStatus.OK : HttpStatus.ACCEPTED);
    return ended;
  }

  /** Both containers; what is on the volume stays. */
  @Post('sessions/:id/restart')
  @ApiSessionId()
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ operationId: 'restartSession', summary: "Restart a session's containers" })
  @ApiOkResponse({ type: AdminSessionDto })
  @ApiProblems(SessionNotFoundError, SessionGoneError, SessionNotActiveError, LaunchFailedError, EngineAwayError)
  restart(@Param('id') id: string, @Req() request: AdminRequest): Promise<AdminSessionDto> {
    return this.admin.restart(id, request);
  }

  /** The attendee's own addresses and token: who asks for them is on record. */
  @Post('sessions/:id/access')
  @ApiSessionId()
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ operationId: 'openSession', summary: "What opens a session's instance" })
  @ApiOkResponse({ type: SessionAccessDto })
  @ApiProblems(SessionNotFoundError, SessionGoneError, SessionNotActiveError)
  access(@Param('id') id: string, @Req() request: AdminRequest): Promise<SessionAccessDto> {
    return this.admin.access(id, request);
  }

  @Post('sessions/:id/config')
  @ApiSessionId()
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    operationId: 'updateSessionConfig',
    summary: "Change what one session may do, over the platform's features",
  })
  @ApiBody({ type: UpdateSessionConfigDto, examples: SESSION_CONFIG_EXAMPLES })
  @ApiOkResponse({ type: SessionConfigDto })
  @ApiProblems(InvalidRequestError, SessionNotFoundError, SessionGoneError)
  updateSessionConfig(
    @Param('id') id: string,
    @Body() change: UpdateSessionConfigDto,
    @Req() request: AdminRequest,
  ): Promise<SessionConfigDto> {
    return this.configuration.updateSession(id, change, request);
  }

  @Post('sessions/:id/extend')
  @ApiSessionId()
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ operationId: 'extendSessionAsAdmin', summary: "Push a session's expiry back" })
  @ApiOkResponse({ type: AdminSessionDto })
  @ApiProblems(InvalidRequestError, SessionNotFoundError, SessionGoneError, ExtensionTooLongError)
  extend(
    @Param('id') id: string,
    @Body() { hours }: ExtendSessionDto,
    @Req() request: AdminRequest,
  ): Promise<AdminSessionDto> {
    return this.admin.extend(id, hours, request);
  }
}
