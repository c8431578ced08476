import type { DestinationRules, UploadRules } from '../environment';
import type { Service } from '../types';

export interface ServiceLimits {
  /** CPUs, fractions allowed. */
  readonly cpus: number;
  readonly memoryBytes: number;
}

export interface DockerOptions {
  /** The engine's Unix socket. */
  readonly socketPath: string;
  /** Where this program sees the control groups of the engine's host, `/sys/fs/cgroup` as a rule. */
  readonly cgroupRoot: string;
  /** Names this platform among others on the same engine: each sees and removes only its own. */
  readonly deployment: string;
  /** In the backend's image `/app/data` belongs to uid 1000: a fresh volume takes that over. */
  readonly images: Readonly<Record<Service, string>>;
  readonly limits: Readonly<Record<Service, ServiceLimits>> & { readonly pids: number };
  /** The host's address on which the leased ports are published. */
  readonly publishAddress: string;
  /** `session`: a network for each instance. `shared`: all on `sharedNetwork`. */
  readonly isolation: 'session' | 'shared';
  readonly sharedNetwork: string;
  /** The IPv4 block from which instances' networks get a /28 each, such as `10.213.0.0/16`. */
  readonly subnetPool: string;
  /** Names or ids of containers that join each instance's network: the gateway, the session manager. */
  readonly doors: readonly string[];
  /** How this program reaches the services: by published ports, or by container names (it is a door then). */
  readonly reach: 'published' | 'network';
  /** A folder of the engine's host with `event_generators/` and `parsers/`; absent, the images' own content is used. */
  readonly contentPath?: string | undefined;
  readonly disableAuth: boolean;
  readonly destinations: DestinationRules;
  readonly uploads: UploadRules;
  readonly logLevel: string;
  /** How long a launch or resume waits for both services to answer HTTP. */
  readonly readyTimeoutMs: number;
  /** How long one call to the engine may take; 30 s by default. */
  readonly callTimeoutMs?: number | undefined;
}
