import { applyDecorators, UseGuards } from '@nestjs/common';
import { ApiBasicAuth, ApiBearerAuth } from '@nestjs/swagger';
import { TooManyAttemptsError } from '../auth/auth.errors';
import { ApiProblems } from '../http/api-problems';
import { RedisUnavailableError } from '../http/http.errors';
import { ApiSessionId } from './api-session-id';
import { SessionAccessGuard } from './session-access.guard';
import { SessionGoneError, SessionNotFoundError } from './sessions.errors';

/** An endpoint of one session, `:id`: for its owner and the organisers. */
export const ForOneSession = (): MethodDecorator =>
  applyDecorators(
    UseGuards(SessionAccessGuard),
    ApiBearerAuth(),
    ApiBasicAuth(),
    ApiSessionId(),
    ApiProblems(SessionNotFoundError, SessionGoneError, TooManyAttemptsError, RedisUnavailableError),
  );
