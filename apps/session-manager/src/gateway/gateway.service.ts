import { Injectable } from '@nestjs/common';
import { Orchestrator, type Service } from '@app/orchestrator';
import { accessHash, sameHash, sha256 } from '../instances/secrets';
import type { Session } from '../sessions/session';
import { SessionCache } from '../sessions/session-cache';
import { SessionsRepository } from '../sessions/sessions.repository';
import { shownKeys, type Credentials } from './credentials';
import { sessionCookie, type Page } from './session-cookie';
import { verdictOn, type Subject, type Verdict } from './verdict';

/** A request for an instance, as the gateway tells it. */
export interface Passage {
  readonly sessionId: string;
  readonly service: Service;
  readonly credentials: Credentials;
  /** Undefined from a gateway that hands no cookie on. */
  readonly page: Page | undefined;
}

export interface Decision {
  /** `link`: open, but the address has a token in it, which is for the gateway alone; the same address without it comes next. */
  readonly verdict: Verdict | 'link';
  /** Where the service is reached, `host:port`, when it is open. */
  readonly upstream?: string;
  /** `Set-Cookie` of a link whose token is the key. */
  readonly cookie?: string;
}

/** Decides which requests reach an instance. It tells nothing to whoever shows no key that fits. */
@Injectable()
export class GatewayService {
  constructor(
    private readonly cache: SessionCache,
    private readonly repository: SessionsRepository,
    private readonly orchestrator: Orchestrator,
  ) {}

  async decide({ sessionId, service, credentials, page }: Passage): Promise<Decision> {
    const keys = shownKeys(service, credentials);
    if (keys.length === 0) return { verdict: 'private' };
    const session = await this.cache.find(sessionId);
    const subject = session === undefined ? await this.past(sessionId) : subjectOf(session);
    const verdict = verdictOn(subject, keys, new Date());
    if (verdict !== 'open' || session?.ports === undefined) return { verdict };
    const { token } = credentials;
    if (service === 'frontend' && token && page) {
      const isKey = sameHash(sha256(token), accessHash(session.apiKey));
      // Another's token beside the right cookie: the instance is not to see it either.
      return { verdict: 'link', ...(isKey && { cookie: sessionCookie(token, page) }) };
    }
    const { instanceId, ports } = session;
    return { verdict, upstream: new URL(this.orchestrator.serviceUrl(service, { instanceId, ports })).host };
  }

  private async past(sessionId: string): Promise<Subject | undefined> {
    const record = await this.repository.findEnded(sessionId);
    return record && { hash: record.accessHash, status: record.status, expiresAt: record.expiresAt, hasPorts: false };
  }
}

const subjectOf = ({ apiKey, status, expiresAt, ports }: Session): Subject => ({
  hash: accessHash(apiKey),
  status,
  expiresAt,
  hasPorts: ports !== undefined,
});
