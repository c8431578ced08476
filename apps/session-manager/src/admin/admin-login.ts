import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AdminCredentials } from '../auth/admin-credentials';
import type { AdminRequest } from '../auth/admin.guard';
import { AdminTokens, TOKEN_SECONDS } from '../auth/admin-tokens';
import { UnauthorizedError } from '../auth/auth.errors';
import type { TokenDto } from './admin.dto';
import { Audit } from '../auth/audit';

/** Logs organisers in and out. */
@Injectable()
export class AdminLogin {
  constructor(
    private readonly credentials: AdminCredentials,
    private readonly tokens: AdminTokens,
    private readonly audit: Audit,
  ) {}

  /** @throws UnauthorizedError, TooManyAttemptsError */
  async logIn(username: string, password: string, request: FastifyRequest): Promise<TokenDto> {
    if (!(await this.credentials.verify(username, password, request.ip))) {
      throw new UnauthorizedError('The user name or the password is wrong.');
    }
    const token = await this.tokens.issue(username);
    await this.audit.record(Object.assign(request, { user: { username } }), 'logged in', 'admin');
    return { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS };
  }

  async logOut(token: string | undefined, request: AdminRequest): Promise<void> {
    if (token !== undefined) await this.tokens.revoke(token);
    await this.audit.record(request, 'logged out', 'admin');
  }
}
