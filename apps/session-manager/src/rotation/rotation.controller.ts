import { Controller, Headers, HttpCode, HttpStatus, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBasicAuth,
  ApiBearerAuth,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Config } from '@app/config';
import type { FastifyReply } from 'fastify';
import { TooManyAttemptsError } from '../auth/auth.errors';
import { CONFIG } from '../composition/tokens';
import { ApiProblems } from '../http/api-problems';
import { EngineAwayError } from '../http/engine-problem';
import { InvalidRequestError, RedisUnavailableError } from '../http/http.errors';
import { InstanceStates } from '../instances/instance-states';
import { ApiSessionId } from '../sessions/api-session-id';
import type { SessionRequest } from '../sessions/session-access.guard';
import { CreatedSessionDto, SessionDto } from '../sessions/session.dto';
import {
  IdempotencyMismatchError,
  KeysExchangedError,
  RotatedJustNowError,
  SessionGoneError,
  SessionNotActiveError,
  SessionNotFoundError,
} from '../sessions/sessions.errors';
import { SessionsService } from '../sessions/sessions.service';
import { creationOptions } from '../waiting/creation-options';
import { RotationAccessGuard } from './rotation-access.guard';
import { RotationService } from './rotation.service';

@ApiTags('sessions')
@Controller('sessions')
export class RotationController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly rotations: RotationService,
    private readonly sessions: SessionsService,
    private readonly states: InstanceStates,
  ) {}

  /**
   * The session gets a new `session_token`, and its instance is started anew with a new API key, and so with another `frontend_url` and
   * `access_token`; whoever has the old ones is out. What is on its volume stays, its ports and its expiry, too; a send that runs is
   * interrupted. Answers 200 once the instance answers HTTP. With `Prefer: respond-async` it answers 202 as soon as the old instance has ended,
   * or after 15 s, and the progress follows on `GET /api/sessions/{id}/events`. An owner may ask for the next ones after half a minute.
   */
  @Post(':id/rotate-keys')
  @HttpCode(HttpStatus.OK)
  @UseGuards(RotationAccessGuard)
  @ApiSessionId()
  @ApiBearerAuth()
  @ApiBasicAuth()
  @ApiOperation({ operationId: 'rotateSessionKeys', summary: 'Exchange the keys of a session' })
  @ApiHeader({
    name: 'Prefer',
    required: false,
    description: '`respond-async` (RFC 7240) does not wait for the new instance',
    example: 'respond-async',
  })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description:
      '16 to 255 characters that nobody can guess, a UUID say: for an hour a repetition with the old token answers the same new one',
    schema: { type: 'string', minLength: 16, maxLength: 255, pattern: '^[!-~]+$' },
    example: '1f0b8a52-6a1e-4c0f-9d53-6f4a0f2f7b11',
  })
  @ApiOkResponse({ type: CreatedSessionDto, description: 'The instance answers to its new keys' })
  @ApiAcceptedResponse({ type: CreatedSessionDto, description: 'The start goes on' })
  @ApiProblems(
    InvalidRequestError,
    SessionNotFoundError,
    SessionGoneError,
    SessionNotActiveError,
    KeysExchangedError,
    IdempotencyMismatchError,
    RotatedJustNowError,
    TooManyAttemptsError,
    EngineAwayError,
    RedisUnavailableError,
  )
  async rotate(
    @Headers() headers: Record<string, string | undefined>,
    @Req() request: SessionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreatedSessionDto> {
    const { idempotencyKey, respondAsync } = creationOptions(headers);
    const organiser = request.ownsSession ? undefined : request;
    const { session: rotated, token } = await this.rotations.rotate(request.session, idempotencyKey, organiser);
    const session = await (respondAsync ? this.rotations.untilOldIsGone(rotated) : this.sessions.untilActive(rotated));
    if (session.status === 'creating') void reply.status(HttpStatus.ACCEPTED);
    const { publicAddress } = this.config.instances;
    return {
      ...SessionDto.of(session, this.states.of(session.instanceId), publicAddress),
      session_token: token,
    };
  }
}
