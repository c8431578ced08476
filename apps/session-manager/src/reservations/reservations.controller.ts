import {
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Inject,
  Param,
  Post,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBasicAuth,
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { Config } from '@app/config';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AdminGuard, type AdminRequest } from '../auth/admin.guard';
import { TooManyAttemptsError, UnauthorizedError } from '../auth/auth.errors';
import { bearerToken } from '../auth/bearer-token';
import { CONFIG } from '../composition/tokens';
import { ApiProblems } from '../http/api-problems';
import { EngineAwayError } from '../http/engine-problem';
import { RedisUnavailableError } from '../http/http.errors';
import { InstanceStates } from '../instances/instance-states';
import { CreatedSessionDto, SessionDto } from '../sessions/session.dto';
import { PlatformFullError, SessionGoneError, UserLimitError } from '../sessions/sessions.errors';
import { ReservationListDto } from './reservations.dto';
import { ReservationNotFoundError } from './reservations.errors';
import { ReservationsService } from './reservations.service';

@ApiTags('reservations')
@Controller('reservations')
export class ReservedPlacesController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly reservations: ReservationsService,
    private readonly states: InstanceStates,
  ) {}

  /**
   * The reservation's token, sent as a Bearer token, becomes the `session_token` of the session. Asked again, it answers the same session as it
   * is then; its progress follows on `GET /api/sessions/{id}/events`.
   */
  @Post('claim')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiBearerAuth()
  @ApiOperation({ operationId: 'claimReservation', summary: 'Turn a reserved place into a session' })
  @ApiAcceptedResponse({ type: CreatedSessionDto })
  @ApiProblems(
    UnauthorizedError,
    ReservationNotFoundError,
    SessionGoneError,
    PlatformFullError,
    UserLimitError,
    EngineAwayError,
    RedisUnavailableError,
  )
  async claim(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreatedSessionDto> {
    const token = bearerToken(request);
    if (token === undefined) throw new UnauthorizedError('Send the token of the reservation as a Bearer token.');
    const session = await this.reservations.claim(token);
    void reply.header('Location', `/api/sessions/${session.sessionId}`);
    const { publicAddress } = this.config.instances;
    return { ...SessionDto.of(session, this.states.of(session.instanceId), publicAddress), session_token: token };
  }
}

@ApiTags('reservations')
@ApiBasicAuth()
@ApiBearerAuth()
@ApiProblems(UnauthorizedError, TooManyAttemptsError, RedisUnavailableError)
@UseGuards(AdminGuard)
@Controller('admin/reservations')
export class ReservationsController {
  constructor(private readonly reservations: ReservationsService) {}

  @Get()
  @ApiOperation({ operationId: 'listReservations', summary: 'Places that are kept' })
  @ApiOkResponse({ type: ReservationListDto })
  list(): Promise<ReservationListDto> {
    return this.reservations.list();
  }

  @Delete(':id')
  @ApiParam({ name: 'id', type: String, description: 'The reservation', example: '5f1c0a9be8d24c7e9a31b6d0' })
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ operationId: 'cancelReservation', summary: 'Give a kept place up; its link opens nothing any more' })
  @ApiNoContentResponse()
  @ApiProblems(ReservationNotFoundError)
  cancel(@Param('id') id: string, @Req() request: AdminRequest): Promise<void> {
    return this.reservations.cancel(id, request);
  }
}
