import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { AdminGuard, type AdminRequest } from '../auth/admin.guard';
import { bearerToken } from '../auth/bearer-token';
import { sameHash, sha256 } from '../instances/secrets';
import type { EndedSession, Session } from './session';
import { SessionGoneError, SessionNotFoundError } from './sessions.errors';
import { SessionCache } from './session-cache';
import { SessionsRepository } from './sessions.repository';

/** A request that may act on the session of its address. */
export interface SessionRequest extends AdminRequest {
  session: Session;
  /** Tells an owner from an organiser. */
  ownsSession: boolean;
}

/** Lets a session's owner and the organisers in and hands them the session; to anybody else it does not exist. */
@Injectable()
export class SessionAccessGuard implements CanActivate {
  constructor(
    private readonly cache: SessionCache,
    private readonly repository: SessionsRepository,
    private readonly admin: AdminGuard,
  ) {}

  /** @throws SessionNotFoundError, SessionGoneError */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SessionRequest>();
    const { id } = request.params as { id: string };
    const found = this.cache.find(id);
    const session = found instanceof Promise ? await found : found;
    const past = session === undefined ? await this.repository.findEnded(id) : undefined;
    request.ownsSession = isOwner(bearerToken(request), session ?? past);
    if (!request.ownsSession) await this.admin.requireOr(new SessionNotFoundError(id), context);
    if (past !== undefined) throw new SessionGoneError(id, past.endReason, past.error);
    if (session === undefined) throw new SessionNotFoundError(id);
    request.session = session;
    return true;
  }
}

const isOwner = (token: string | undefined, session: Session | EndedSession | undefined): boolean =>
  token !== undefined && session !== undefined && sameHash(session.tokenHash, sha256(token));
