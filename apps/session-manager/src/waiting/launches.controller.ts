import { Body, Controller, Headers, HttpStatus, Inject, Post, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { Config } from '@app/config';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessCodeRequiredError, AccessCodeWrongError, TooManyWrongCodesError } from '../access/access.errors';
import { CONFIG } from '../composition/tokens';
import { ApiProblems } from '../http/api-problems';
import { EngineAwayError } from '../http/engine-problem';
import { InvalidRequestError, RedisUnavailableError } from '../http/http.errors';
import { InstanceStates } from '../instances/instance-states';
import { CreatedSessionDto, SessionDto } from '../sessions/session.dto';
import { CreateSessionDto } from '../sessions/session-requests.dto';
import {
  IdempotencyMismatchError,
  LaunchFailedError,
  PlatformFullError,
  PortsTakenError,
  SessionGoneError,
  SessionNotFoundError,
  UserLimitError,
} from '../sessions/sessions.errors';
import { SessionsService } from '../sessions/sessions.service';
import { creationOptions } from './creation-options';
import { LaunchesService } from './launches.service';
import { CreatedTicketDto, TicketDto } from './ticket.dto';
import { LineFullError } from './waiting.errors';

@ApiTags('sessions')
@Controller('sessions')
export class LaunchesController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly launches: LaunchesService,
    private readonly sessions: SessionsService,
    private readonly states: InstanceStates,
  ) {}

  /**
   * Answers 201 once the instance answers HTTP. With `Prefer: respond-async` it answers 202 at once, and the progress follows on
   * `GET /api/sessions/{id}/events`. With `Prefer: waiting-room` a full platform answers 202 with a place in line, which is followed on
   * `GET /api/tickets/{id}/events` and becomes a session by itself.
   */
  @Post()
  @ApiOperation({ operationId: 'createSession', summary: 'Launch an instance', security: [] })
  @ApiHeader({
    name: 'Prefer',
    required: false,
    description:
      '`respond-async` (RFC 7240) answers at once; `waiting-room` takes a place in line where the platform is full',
    example: 'respond-async, waiting-room',
  })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: '16 to 255 characters, a UUID say: a repetition answers the same session or ticket, and token',
    schema: { type: 'string', minLength: 16, maxLength: 255, pattern: '^[!-~]+$' },
    example: '1f0b8a52-6a1e-4c0f-9d53-6f4a0f2f7b11',
  })
  @ApiExtraModels(CreatedSessionDto, CreatedTicketDto)
  @ApiCreatedResponse({
    type: CreatedSessionDto,
    description: 'The instance answers',
    headers: { Location: { required: true, schema: { type: 'string' } } },
  })
  @ApiAcceptedResponse({
    description: 'The start goes on; or, with a `ticket_id`, a place in line',
    headers: {
      Location: { required: true, schema: { type: 'string' } },
      'Preference-Applied': { schema: { type: 'string' } },
    },
    schema: { anyOf: [CreatedSessionDto, CreatedTicketDto].map((type) => ({ $ref: getSchemaPath(type) })) },
  })
  @ApiProblems(
    InvalidRequestError,
    AccessCodeRequiredError,
    AccessCodeWrongError,
    TooManyWrongCodesError,
    PlatformFullError,
    LineFullError,
    UserLimitError,
    IdempotencyMismatchError,
    SessionGoneError,
    SessionNotFoundError,
    LaunchFailedError,
    EngineAwayError,
    PortsTakenError,
    RedisUnavailableError,
  )
  async create(
    @Body() { user_id: userId, metadata = {}, access_code: accessCode }: CreateSessionDto,
    @Headers() headers: Record<string, string | undefined>,
    @Req() { ip: address }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreatedSessionDto | CreatedTicketDto> {
    const { respondAsync, ...options } = creationOptions(headers);
    const launch = await this.launches.launch({ userId, metadata, accessCode, address, ...options });
    if ('ticket' in launch) {
      const ticket = TicketDto.from(launch.ticket);
      void reply
        .status(HttpStatus.ACCEPTED)
        .header('Location', `/api/tickets/${ticket.ticket_id}`)
        .header('Preference-Applied', 'waiting-room');
      return { ...ticket, session_token: launch.token };
    }
    const session = respondAsync ? launch.session : await this.sessions.untilActive(launch.session);
    void reply
      .status(session.status === 'creating' ? HttpStatus.ACCEPTED : HttpStatus.CREATED)
      .header('Location', `/api/sessions/${session.sessionId}`);
    const { publicAddress } = this.config.instances;
    return {
      ...SessionDto.of(session, this.states.of(session.instanceId), publicAddress),
      session_token: launch.token,
    };
  }
}
