import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { AdminGuard, type AdminRequest } from '../auth/admin.guard';
import { bearerToken } from '../auth/bearer-token';
import { sha256 } from '../instances/secrets';
import type { Session } from './session';
import { SessionsRepository } from './sessions.repository';

/** A request of an owner, with their session, or of an organiser, without. */
export interface ListRequest extends AdminRequest {
  ownSession?: Session;
}

/** Lets in whoever has a session's token, and organisers. */
@Injectable()
export class OwnerOrAdminGuard implements CanActivate {
  constructor(
    private readonly repository: SessionsRepository,
    private readonly admin: AdminGuard,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ListRequest>();
    const token = bearerToken(request);
    const own = token === undefined ? undefined : await this.repository.findByToken(sha256(token));
    if (own === undefined) return this.admin.canActivate(context);
    request.ownSession = own;
    return true;
  }
}
