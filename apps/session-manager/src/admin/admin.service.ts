import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@app/config';
import type { AdminRequest } from '../auth/admin.guard';
import { CONFIG } from '../composition/tokens';
import { InstanceStates } from '../instances/instance-states';
import { SessionDto, type EndedSessionDto } from '../sessions/session.dto';
import type { Session } from '../sessions/session';
import { SessionConfigurator } from '../sessions/session-configurator';
import { SessionNotActiveError } from '../sessions/sessions.errors';
import { SessionRestart } from '../sessions/session-restart';
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
import { sessionsCsv } from './sessions-csv';

const CLEANUP_WAIT_MS = 30_000;

/** What organisers do; each act that changes something is audited. */
@Injectable()
export class AdminService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: SessionsService,
    private readonly settings: SettingsService,
    private readonly restarts: SessionRestart,
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

  async restart(id: string, request: AdminRequest): Promise<AdminSessionDto> {
    const session = await this.restarts.restartable(id);
    // First, so that one that fails halfway is on record, too.
    await this.audit.record(request, 'restarted', id);
    return this.show(await this.restarts.restart(session));
  }

  async access(id: string, request: AdminRequest): Promise<SessionAccessDto> {
    const session = await this.sessions.get(id);
    const { publicAddress } = this.config.instances;
    const { frontend_url, backend_url, access_token } = SessionDto.of(session, {}, publicAddress);
    if (frontend_url === null || backend_url === null || access_token === null) {
      throw new SessionNotActiveError(id, session.status);
    }
    await this.audit.record(request, 'opened', id);
    return { session_id: id, frontend_url, backend_url, access_token };
  }

  async export(): Promise<string> {
    return sessionsCsv((await this.listActive()).sessions);
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
