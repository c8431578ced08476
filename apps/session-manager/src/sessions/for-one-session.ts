import { applyDecorators, UseGuards } from '@nestjs/common';
import { ApiBasicAuth, ApiBearerAuth, ApiParam } from '@nestjs/swagger';
import { ApiProblems } from '../http/api-problems';
import { RedisUnavailableError } from '../http/http.errors';
import { SessionAccessGuard } from './session-access.guard';
import { SessionGoneError, SessionNotFoundError } from './sessions.errors';

/** An endpoint of one session, `:id`: for its owner and the organisers. */
export const ForOneSession = (): MethodDecorator =>
  applyDecorators(
    UseGuards(SessionAccessGuard),
    ApiBearerAuth(),
    ApiBasicAuth(),
    ApiParam({ name: 'id', type: String, example: 'user123-a24fd782' }),
    ApiProblems(SessionNotFoundError, SessionGoneError, RedisUnavailableError),
  );
