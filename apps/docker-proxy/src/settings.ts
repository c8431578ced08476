import type { Config } from '@app/config';

/** What the session manager may ask of the engine depends on this; both have it from the same variables. */
export interface ProxySettings {
  /** The engine's Unix socket. */
  readonly engineSocket: string;
  /** Names the platform whose objects may be touched. */
  readonly deployment: string;
  readonly images: readonly string[];
  readonly isolation: 'session' | 'shared';
  readonly sharedNetwork: string;
  /** The IPv4 block of sessions' networks. */
  readonly subnetPool: string;
  /** Names of the containers that may be joined to sessions' networks. */
  readonly doors: readonly string[];
  readonly publishAddress: string;
  readonly ports: { readonly start: number; readonly end: number };
  /** A folder of the engine's host that instances may mount; absent, it is what a door has at `/Backend`. */
  readonly contentPath: string | undefined;
}

export const proxySettings = ({ docker, instances, ports }: Config): ProxySettings => ({
  engineSocket: docker.socketPath,
  deployment: instances.deployment,
  images: Object.values(docker.images),
  isolation: docker.isolation,
  sharedNetwork: docker.network,
  subnetPool: docker.subnetPool,
  doors: docker.doors ?? [],
  publishAddress: docker.publishAddress,
  ports,
  contentPath: instances.contentPath,
});
