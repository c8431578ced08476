import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@app/config';
import type { AdminRequest } from '../auth/admin.guard';
import { Audit } from '../auth/audit';
import { CONFIG } from '../composition/tokens';
import { publicOrigin } from '../http/origin';
import type { Session } from '../sessions/session';
import { SessionConfigurator } from '../sessions/session-configurator';
import { SessionNotFoundError } from '../sessions/sessions.errors';
import { SessionsService } from '../sessions/sessions.service';
import type { Changes } from '../sessions/settings';
import { SettingsService } from '../sessions/settings.service';
import { ConfigDto, EgressDto, type SessionConfigDto } from './admin.dto';
import { UpdateFeaturesDto, type UpdateConfigDto, type UpdateSessionConfigDto } from './admin-requests.dto';

/** The settings of the platform and of single sessions, and how far they have come. */
@Injectable()
export class ConfigurationService {
  constructor(
    @Inject(CONFIG) private readonly environment: Config,
    private readonly sessions: SessionsService,
    private readonly settings: SettingsService,
    private readonly configurator: SessionConfigurator,
    private readonly audit: Audit,
  ) {}

  async config(request: AdminRequest): Promise<ConfigDto> {
    const overview = await this.settings.overview();
    const rollout = await this.configurator.rollout(overview.settings);
    const egress = EgressDto.from(this.environment);
    return ConfigDto.from(overview, rollout, { egress, public_url: publicOrigin(this.environment, request) });
  }

  async update({ features, ...change }: UpdateConfigDto, request: AdminRequest): Promise<ConfigDto> {
    const changes = await this.settings.change({
      ...change,
      ...(features && { features: UpdateFeaturesDto.toFeatures(features) }),
    });
    await this.record(request, 'changed', 'config', changes);
    // Asked for again, features go again to those that lack them.
    if (features !== undefined || change.reset?.includes('features')) await this.configurator.applyToAllSoon();
    return this.config(request);
  }

  async updateSession(
    id: string,
    { features, reset }: UpdateSessionConfigDto,
    request: AdminRequest,
  ): Promise<SessionConfigDto> {
    const session = await this.sessions.get(id);
    const changes = await this.settings.changeFeaturesOf(id, {
      features: UpdateFeaturesDto.toFeatures(features),
      ...(reset && { reset }),
    });
    if (changes === undefined) throw new SessionNotFoundError(id);
    await this.record(request, 'configured', id, changes);
    const applied = await this.apply(session);
    const [now] = await this.settings.featuresOf([id]);
    return { session_id: id, features: now!.features, applied };
  }

  private async record(request: AdminRequest, action: string, target: string, changes: Changes): Promise<void> {
    if (Object.keys(changes).length > 0) await this.audit.record(request, action, target, { changes });
  }

  private async apply(session: Session): Promise<boolean> {
    if (session.status !== 'active') return false;
    try {
      await this.configurator.apply(session);
      return true;
    } catch {
      return false;
    }
  }
}
