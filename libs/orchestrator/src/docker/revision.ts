import { volumeName } from '../names';
import { ANY_WARM_PAIR, revisionOf } from '../revision';
import { SERVICES } from '../types';
import { containerSpec } from './container-spec';
import type { DockerOptions } from './docker-options';

/** What the engine would be told of a pair's containers and network now, with its images' ids; a missing image counts by name. */
export function revision(options: DockerOptions, images: ReadonlyMap<string, string | undefined>): string {
  const pair = { ...ANY_WARM_PAIR, volume: volumeName(ANY_WARM_PAIR.sessionId) };
  return revisionOf(
    SERVICES.map((service) => images.get(options.images[service]) ?? options.images[service]),
    SERVICES.map((service) => containerSpec(service, pair, options)),
    options.isolation === 'session' ? options.subnetPool : undefined,
  );
}
