import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@app/config';
import { CONFIG } from '../composition/tokens';
import { egressWarnings } from './egress-warnings';
import type { WarningDto } from './health.dto';
import { Images } from './images';
import { warning } from './warning';

/** What organisers should mend before the event. */
@Injectable()
export class Warnings {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly images: Images,
  ) {}

  /** Those of the network, in words. */
  get egress(): string[] {
    return egressWarnings(this.config);
  }

  async list(): Promise<WarningDto[]> {
    const missing = await this.images.missing();
    return [
      ...(this.config.admin.isDefaultPassword ? [DEFAULT_PASSWORD] : []),
      ...(this.config.instances.driver === 'process' ? [PROCESS_DRIVER] : []),
      ...missing.map(imageMissing),
    ];
  }
}

const DEFAULT_PASSWORD = warning(
  'default_password',
  'warning',
  'The admin password is the published default.',
  'Set ADMIN_PASSWORD before the event.',
);

const PROCESS_DRIVER = warning(
  'process_driver',
  'warning',
  'Instances run as plain processes of this computer and are not isolated.',
  'Use Docker for an event.',
);

const imageMissing = (image: string): WarningDto =>
  warning('image_missing', 'critical', `The image ${image} is not on this host.`, 'Build it with npm run images.');
