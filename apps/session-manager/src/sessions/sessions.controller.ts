import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Inject,
  Post,
  Req,
  Res,
  Sse,
  UseGuards,
  type MessageEvent,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBasicAuth,
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Config } from '@app/config';
import type { FastifyReply } from 'fastify';
import { map, takeWhile, type Observable } from 'rxjs';
import { Audit } from '../auth/audit';
import { TooManyAttemptsError, UnauthorizedError } from '../auth/auth.errors';
import { CONFIG } from '../composition/tokens';
import { ApiProblems } from '../http/api-problems';
import { InvalidRequestError, RedisUnavailableError } from '../http/http.errors';
import { InstanceStates } from '../instances/instance-states';
import { OwnerOrAdminGuard, type ListRequest } from './owner-or-admin.guard';
import type { SessionRequest } from './session-access.guard';
import { ForOneSession } from './for-one-session';
import { SessionHealth } from './session-health';
import { ExtendOwnSessionDto } from './session-requests.dto';
import { SessionWatch } from './session-watch';
import { EndedSessionDto, SessionDto, SessionEventDto, SessionHealthDto, SessionListDto } from './session.dto';
import { ExtensionTooLongError, SessionNotFoundError } from './sessions.errors';
import type { Session } from './session';
import { SessionsService } from './sessions.service';

@ApiTags('sessions')
@ApiProblems(RedisUnavailableError)
@Controller('sessions')
export class SessionsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: SessionsService,
    private readonly watch: SessionWatch,
    private readonly health: SessionHealth,
    private readonly states: InstanceStates,
    private readonly audit: Audit,
  ) {}

  @Get()
  @UseGuards(OwnerOrAdminGuard)
  @ApiBearerAuth()
  @ApiBasicAuth()
  @ApiOperation({ operationId: 'listSessions', summary: "The token's session, or all of them for organisers" })
  @ApiOkResponse({ type: SessionListDto })
  @ApiProblems(UnauthorizedError, TooManyAttemptsError)
  async list(@Req() request: ListRequest): Promise<SessionListDto> {
    const sessions = request.ownSession === undefined ? await this.sessions.list() : [request.ownSession];
    return { total: sessions.length, sessions: sessions.map((session) => this.show(session)) };
  }

  @Get(':id')
  @ForOneSession()
  @ApiOperation({ operationId: 'getSession', summary: 'A session as it is now' })
  @ApiOkResponse({ type: SessionDto })
  get(@Req() { session }: SessionRequest): SessionDto {
    return this.show(session);
  }

  @Delete(':id')
  @ForOneSession()
  @ApiOperation({ operationId: 'endSession', summary: 'End a session and remove all that belongs to it' })
  @ApiOkResponse({ type: EndedSessionDto })
  @ApiAcceptedResponse({ type: EndedSessionDto, description: 'The end takes long and goes on' })
  async end(@Req() request: SessionRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<EndedSessionDto> {
    const { session, ownsSession } = request;
    const { sessionId: id } = session;
    const status = await this.sessions.end(id, ownsSession ? 'deleted' : 'terminated');
    if (!ownsSession) await this.audit.record(request, 'terminated', id);
    void reply.status(status === 'ended' ? HttpStatus.OK : HttpStatus.ACCEPTED);
    return { session_id: id, status };
  }

  @Get(':id/health')
  @ForOneSession()
  @ApiOperation({ operationId: 'getSessionHealth', summary: 'Whether both servers of the instance answer' })
  @ApiOkResponse({ type: SessionHealthDto })
  checkHealth(@Req() { session }: SessionRequest): Promise<SessionHealthDto> {
    return this.health.check(session);
  }

  @Post(':id/extend')
  @HttpCode(HttpStatus.OK)
  @ForOneSession()
  @ApiOperation({ operationId: 'extendSession', summary: "Push a session's expiry back" })
  @ApiOkResponse({ type: SessionDto })
  @ApiProblems(InvalidRequestError, ExtensionTooLongError)
  async extend(@Body() { hours }: ExtendOwnSessionDto, @Req() request: SessionRequest): Promise<SessionDto> {
    const { session, ownsSession } = request;
    const latest =
      ownsSession || hours === undefined ? await this.sessions.latestForOwner() : this.sessions.latestForOrganisers();
    const extended = await this.sessions.extend(session.sessionId, hours, latest);
    // An owner whose keys were exchanged meanwhile is not shown the new ones.
    if (ownsSession && extended.tokenHash !== session.tokenHash) throw new SessionNotFoundError(session.sessionId);
    if (!ownsSession) await this.audit.record(request, 'extended', session.sessionId, { hours });
    return this.show(extended);
  }

  @Sse(':id/events')
  @ForOneSession()
  @ApiOperation({
    operationId: 'followSession',
    summary: 'The state now, then each change, until the session has ended (server-sent events)',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ type: SessionEventDto, description: 'Each `data:` line is one such object' })
  follow(@Req() { session, ownsSession }: SessionRequest): Observable<MessageEvent> {
    return this.watch.follow(session).pipe(
      takeWhile(({ tokenHash }) => !ownsSession || tokenHash === session.tokenHash || tokenHash === ''),
      map((change) => ({ data: SessionEventDto.from(change) })),
    );
  }

  private show(session: Session): SessionDto {
    return SessionDto.of(session, this.states.of(session.instanceId), this.config.instances.publicAddress);
  }
}
