import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { bearerToken } from '../auth/bearer-token';
import { sameHash, sha256 } from '../instances/secrets';
import { SessionAccessGuard, type SessionRequest } from '../sessions/session-access.guard';
import { KeysExchangedError } from '../sessions/sessions.errors';
import { SessionsRepository } from '../sessions/sessions.repository';
import { RotationRepository } from './rotation.repository';

/**
 * Lets in whom `SessionAccessGuard` does, and the owner whose answer was lost: the exchanged token counts together with the Idempotency-Key
 * with which it was exchanged, and for nothing but that.
 */
@Injectable()
export class RotationAccessGuard implements CanActivate {
  constructor(
    private readonly access: SessionAccessGuard,
    private readonly sessions: SessionsRepository,
    private readonly rotations: RotationRepository,
  ) {}

  /** @throws SessionNotFoundError, SessionGoneError, KeysExchangedError */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SessionRequest>();
    const { id } = request.params as { id: string };
    const token = bearerToken(request);
    const session = token === undefined ? undefined : await this.sessions.find(id);
    if (token === undefined || session === undefined) return this.access.canActivate(context);
    const tokenHash = sha256(token);
    if (!sameHash(session.tokenHash, tokenHash)) {
      // Whether it is a key at all is told to those who are let in.
      const idempotencyKey = request.headers['idempotency-key'] as string | undefined;
      const earlier = idempotencyKey && (await this.rotations.earlier(id, idempotencyKey));
      if (earlier && sameHash(earlier.from, tokenHash)) {
        // With the token that was shown: if the repetition is forgotten from now on, it opens nothing.
        request.session = { ...session, tokenHash };
        request.ownsSession = true;
        return true;
      }
      if (session.rotatedFrom === tokenHash) throw new KeysExchangedError(id);
    }
    return this.access.canActivate(context);
  }
}
