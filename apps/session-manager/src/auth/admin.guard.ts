import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AdminTokens } from './admin-tokens';
import { UnauthorizedError } from './auth.errors';
import { bearerToken } from './bearer-token';
import { isForeign } from './is-foreign';

/** A request that an organiser made. */
export interface AdminRequest extends FastifyRequest {
  user?: { readonly username: string };
}

/** Lets organisers in: by the token of a login, or by name and password. */
@Injectable()
export class AdminGuard extends AuthGuard('basic') {
  constructor(private readonly tokens: AdminTokens) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AdminRequest>();
    const token = bearerToken(request);
    if (token !== undefined) {
      const username = await this.tokens.account(token);
      if (username === undefined) throw new UnauthorizedError('This login has ended. Log in again.');
      request.user = { username };
      return true;
    }
    // A browser sends a password that it has stored along with whatever another site lets it do.
    if (isForeign(request)) {
      throw new UnauthorizedError(
        'Another site sent this request, so no stored password counts. Log in, send the token.',
      );
    }
    return (await super.canActivate(context)) as boolean;
  }

  /** Lets organisers in; to anybody else it answers `otherwise`, and asks for no password. */
  async requireOr(otherwise: Error, context: ExecutionContext): Promise<void> {
    try {
      await this.canActivate(context);
    } catch (error) {
      if (!(error instanceof UnauthorizedError)) throw error;
      void context.switchToHttp().getResponse<FastifyReply>().removeHeader('WWW-Authenticate');
      throw otherwise;
    }
  }

  override handleRequest<User>(error: unknown, user: User | false, _info: unknown, context: ExecutionContext): User {
    if (error !== null && error !== undefined) throw error;
    if (user !== false) return user;
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    void reply.header('WWW-Authenticate', 'Basic realm="Jarvis admin", charset="UTF-8"');
    throw new UnauthorizedError("Send the organisers' user name and password, or the token of a login.");
  }
}
