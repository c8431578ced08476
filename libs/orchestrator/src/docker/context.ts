import type { Cgroups } from './cgroups';
import type { DockerOptions } from './docker-options';
import type { Engine } from './engine';

/** What every verb of this driver works with. */
export interface DockerContext {
  readonly engine: Engine;
  readonly options: DockerOptions;
  readonly cgroups: Cgroups;
  /** Makes sure of the network that all instances share. */
  readonly shareNetwork: () => Promise<void>;
}
