import { Injectable } from '@nestjs/common';
import { Orchestrator } from '@app/orchestrator';
import { InstanceStates } from '../instances/instance-states';
import { SessionsRepository } from '../sessions/sessions.repository';
import { SettingsService } from '../sessions/settings.service';
import type { HealthDto } from './health.dto';
import { Warnings } from './warnings';

/** How the platform is, without asking anything that could be slow. */
@Injectable()
export class HealthService {
  constructor(
    private readonly repository: SessionsRepository,
    private readonly settings: SettingsService,
    private readonly orchestrator: Orchestrator,
    private readonly states: InstanceStates,
    private readonly warnings: Warnings,
  ) {}

  async check(): Promise<HealthDto> {
    const [store, warnings] = await Promise.all([this.store(), this.warnings.list()]);
    const engine = this.states.isConnected ? 'up' : 'down';
    const running = engine === 'up' ? 'healthy' : 'degraded';
    return {
      status: store === undefined ? 'unhealthy' : running,
      timestamp: new Date().toISOString(),
      active_sessions: store?.count ?? null,
      max_sessions: store?.settings.max_sessions ?? null,
      session_ttl_hours: store?.settings.session_ttl_hours ?? null,
      access_code_required: store === undefined ? null : store.settings.event_access_code !== null,
      redis: store === undefined ? 'down' : 'up',
      engine: { driver: this.orchestrator.driver, status: engine },
      warnings,
      egress_warnings: this.warnings.egress,
    };
  }

  private async store() {
    try {
      const [count, settings] = await Promise.all([this.repository.count(), this.settings.current()]);
      return { count, settings };
    } catch {
      return undefined;
    }
  }
}
