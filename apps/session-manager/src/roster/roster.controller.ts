import { Body, Controller, Headers, HttpCode, HttpStatus, Post, Req, UseGuards } from '@nestjs/common';
import {
  ApiBasicAuth,
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { AdminGuard, type AdminRequest } from '../auth/admin.guard';
import { TooManyAttemptsError, UnauthorizedError } from '../auth/auth.errors';
import { ApiProblems } from '../http/api-problems';
import { EngineAwayError } from '../http/engine-problem';
import { InvalidRequestError, RedisUnavailableError } from '../http/http.errors';
import { IdempotencyMismatchError } from '../sessions/sessions.errors';
import { creationOptions } from '../waiting/creation-options';
import { CreateRosterDto, RosterCheckDto, RosterResultDto, RosterTextDto } from './roster.dto';
import { BadRosterError } from './roster.errors';
import { RosterService } from './roster.service';

@ApiTags('roster')
@ApiBasicAuth()
@ApiBearerAuth()
@ApiProblems(InvalidRequestError, UnauthorizedError, TooManyAttemptsError, RedisUnavailableError)
@UseGuards(AdminGuard)
@Controller('admin/roster')
export class RosterController {
  constructor(private readonly roster: RosterService) {}

  @Post('check')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ operationId: 'checkRoster', summary: 'How a roster would be understood; nothing is made' })
  @ApiOkResponse({ type: RosterCheckDto })
  check(@Body() roster: RosterTextDto): Promise<RosterCheckDto> {
    return this.roster.check(roster);
  }

  /** Answers once each row has its session or its place; instances that are started go on starting. */
  @Post()
  @ApiOperation({ operationId: 'createRoster', summary: 'Create or reserve a session for each row' })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description:
      '16 to 255 characters, a UUID say: a repetition within the hour answers the same links and makes only what the first one could not',
    example: '2f1c9a5e-1b7d-4c52-9f0e-6f0c8f1f7a11',
  })
  @ApiCreatedResponse({ type: RosterResultDto })
  @ApiProblems(BadRosterError, IdempotencyMismatchError, EngineAwayError)
  create(
    @Body() roster: CreateRosterDto,
    @Headers() headers: Record<string, string | undefined>,
    @Req() request: AdminRequest,
  ): Promise<RosterResultDto> {
    return this.roster.create(roster, creationOptions(headers).idempotencyKey, request);
  }
}
