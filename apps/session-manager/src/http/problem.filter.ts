import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ActionableError, toProblem } from './http-problem';
import { RedisUnavailableError } from './http.errors';
import { clientProblem } from './client-problem';
import type { Problem } from './problem';
import { isRedisAway } from './redis-away';
import { engineProblem } from './engine-problem';

/** Answers every error as `application/problem+json`. The text of an unexpected error goes to the log, never out. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error =
      engineProblem(thrown) ?? (isRedisAway(thrown) ? new RedisUnavailableError({ cause: thrown }) : thrown);
    const problem = this.problemOf(error, request);
    if (reply.raw.headersSent) {
      reply.raw.end();
      return;
    }
    if (error instanceof ActionableError && error.retryAfter !== undefined) {
      void reply.header('Retry-After', String(Math.ceil(error.retryAfter)));
    }
    void reply.status(problem.status).type('application/problem+json').send(problem);
  }

  private problemOf(error: unknown, request: FastifyRequest): Problem {
    if (error instanceof ActionableError) {
      const cause = error.cause instanceof Error ? error.cause.message : undefined;
      if (cause !== undefined) this.logger.warn(`Failed ${request.method} ${pathOf(request)}: ${cause}`);
      return toProblem(error);
    }
    const status = statusOf(error);
    if (status >= 500) {
      this.logger.error(
        `Failed ${request.method} ${pathOf(request)}`,
        error instanceof Error ? error.stack : String(error),
      );
      return {
        type: 'about:blank',
        title: 'Something went wrong',
        status: 500,
        detail: 'The platform failed to answer this request. Try again; if it stays, tell the organisers.',
        code: 'internal',
      };
    }
    return clientProblem(status, request.method, request.routeOptions.bodyLimit);
  }
}

/** The path alone: a query may hold what must not be logged. */
const pathOf = ({ url }: FastifyRequest): string => url.split('?')[0] ?? url;

/** The status of Nest's and Fastify's own errors; 500 for all else. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return 500;
}
