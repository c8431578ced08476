import { Injectable } from '@nestjs/common';
import type { AdminRequest } from '../auth/admin.guard';
import { InstanceStates } from '../instances/instance-states';
import type { EndedSessionDto } from '../sessions/session.dto';
import type { Session } from '../sessions/session';
import { SessionConfigurator } from '../sessions/session-configurator';
import { SessionsService } from '../sessions/sessions.service';
import { SessionWatch } from '../sessions/session-watch';
import { SettingsService } from '../sessions/settings.service';
import {
  type ActiveSessionsDto,
  AdminSessionDto,
  AdminSessionRowDto,
  type CleanupDto,
  type SessionAccessDto,
} from './admin.dto';
import { Audit } from '../auth/audit';

const CLEANUP_WAIT_MS = 30_000;

/** What organisers do; each act that changes something is audited. */
@Injectable()
export class AdminService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly settings: SettingsService,
    private readonly configurator: SessionConfigurator,
    private readonly watch: SessionWatch,
    private readonly states: InstanceStates,
    private readonly audit: Audit,
  ) {}

  async listActive(): Promise<ActiveSessionsDto> {
    const [sessions, { max_sessions }] = await Promise.all([this.sessions.list(), this.settings.current()]);
    return {
      total: sessions.length,
      sessions: sessions.map((session) => AdminSessionRowDto.from(session, this.states.of(session.instanceId))),
      max_sessions,
    };
  }

  async session(id: string): Promise<AdminSessionDto> {
    return this.show(await this.sessions.get(id));
  }

  async terminate(id: string, request: AdminRequest): Promise<EndedSessionDto> {
    const status = await this.sessions.end(id, 'terminated');
    await this.audit.record(request, 'terminated', id);
    return { session_id: id, status };
  }

  async extend(id: string, hours: number, request: AdminRequest): Promise<AdminSessionDto> {
    const session = await this.sessions.extend(id, hours, this.sessions.latestForOrganisers());
    await this.audit.record(request, 'extended', id, { hours });
    return this.show(session);
  }

  /** PENDING: skeleton. */
  restart(_id: string, _request: AdminRequest): Promise<AdminSessionDto> {
    throw new Error('pending');
  }

  /** PENDING: skeleton. */
  access(_id: string, _request: AdminRequest): Promise<SessionAccessDto> {
    throw new Error('pending');
  }

  /** PENDING: skeleton. */
  export(): Promise<string> {
    throw new Error('pending');
  }

  /** Ends all that has expired and resolves when it is gone, or after a while. */
  async cleanUp(request: AdminRequest): Promise<CleanupDto> {
    const cleaned = await this.sessions.expire(new Date());
    await Promise.all(
      cleaned.map((sessionId) =>
        this.watch.waitFor({ sessionId }, ({ status }) => status === 'ended', CLEANUP_WAIT_MS),
      ),
    );
    await this.audit.record(request, 'cleaned up', 'sessions', { sessions: cleaned });
    return { cleaned: cleaned.length, sessions: cleaned };
  }

  private async show(session: Session): Promise<AdminSessionDto> {
    const [[features], applied] = await Promise.all([
      this.settings.featuresOf([session.sessionId]),
      this.configurator.isCurrent(session),
    ]);
    return AdminSessionDto.of(session, this.states.of(session.instanceId), features!, applied);
  }
}
