import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@app/config';
import { Orchestrator } from '@app/orchestrator';
import { CONFIG } from '../composition/tokens';
import type { WarningDto } from './health.dto';

const FRESH_MS = 30_000;

/** What organisers should mend before the event. */
@Injectable()
export class Warnings {
  private missing: { readonly images: readonly string[]; readonly at: number } = { images: [], at: -Infinity };

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly orchestrator: Orchestrator,
  ) {}

  async list(): Promise<WarningDto[]> {
    const images = await this.missingImages();
    return [
      ...(this.config.admin.isDefaultPassword
        ? [
            warning(
              'default_password',
              'The admin password is the published default. Set ADMIN_PASSWORD before the event.',
            ),
          ]
        : []),
      ...(this.config.instances.driver === 'process'
        ? [
            warning(
              'process_driver',
              'Instances run as plain processes of this computer and are not isolated. Use Docker for an event.',
            ),
          ]
        : []),
      ...images.map((image) =>
        warning('image_missing', `The image ${image} is not on this host. Build it with npm run images.`),
      ),
    ];
  }

  /** Asked of the engine at most twice a minute; an engine that is away keeps the last answer. */
  private async missingImages(): Promise<readonly string[]> {
    if (performance.now() - this.missing.at > FRESH_MS) {
      this.missing = { ...this.missing, at: performance.now() };
      try {
        const images = await this.orchestrator.missingImages(AbortSignal.timeout(2_000));
        this.missing = { images, at: performance.now() };
      } catch {
        return this.missing.images;
      }
    }
    return this.missing.images;
  }
}

const warning = (code: WarningDto['code'], message: string): WarningDto => ({ code, message });
