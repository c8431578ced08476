import type Docker from 'dockerode';
import { serviceEnvironment } from '../environment';
import { serviceLabels } from '../labels';
import { containerName, networkAlias, networkName } from '../names';
import type { InstanceSpec, Service } from '../types';
import type { DockerOptions } from './docker-options';

export const SERVICE_PORT = 8000;
const USER = '1000:1000';
/**
 * In the container itself, where nobody answers. Docker asks the host's name servers from the host's own network, where no firewall
 * holds an instance; it goes on answering for the containers of the network.
 */
const NO_NAME_SERVER = '127.0.0.1';
/** How long a service may take to end before it is killed. */
export const STOP_SECONDS = 5;

export interface ContainerSpec {
  readonly name: string;
  readonly body: Docker.ContainerCreateOptions;
}

/** An instance with the name of its volume, which is an earlier session's where the instance was claimed. */
export interface PlacedSpec extends InstanceSpec {
  readonly volume: string;
}

/** All that the engine is told about a service's container. */
export function containerSpec(service: Service, spec: PlacedSpec, options: DockerOptions): ContainerSpec {
  const { images, limits, deployment, disableAuth, destinations, uploads, logLevel } = options;
  const name = containerName(spec.sessionId, service);
  const network = networkOf(spec, options);
  const port = `${SERVICE_PORT}/tcp`;
  const backend = spec.warm ? networkAlias(spec, 'backend') : containerName(spec.sessionId, 'backend');
  const environment = serviceEnvironment(service, spec, {
    disableAuth,
    destinations: { ...destinations, deny: [...platformNetworks(options), ...destinations.deny] },
    uploads,
    logLevel,
    port: SERVICE_PORT,
    apiBaseUrl: `http://${backend}:${SERVICE_PORT}`,
  });
  return {
    name,
    body: {
      Image: images[service],
      Hostname: name,
      User: USER,
      Labels: serviceLabels(spec, deployment, service),
      Env: Object.entries(environment).map(([variable, value]) => `${variable}=${value}`),
      // Docker 20.10 publishes nothing when the port is bound but not exposed.
      ExposedPorts: { [port]: {} },
      StopTimeout: STOP_SECONDS,
      HostConfig: {
        Binds: binds(service, spec, options),
        PortBindings: { [port]: [{ HostIp: options.publishAddress, HostPort: String(spec.ports[service]) }] },
        NetworkMode: network,
        ...(destinations.egress.mode === 'none' && { Dns: [NO_NAME_SERVER] }),
        RestartPolicy: { Name: 'unless-stopped' },
        NanoCpus: Math.round(limits[service].cpus * 1e9),
        Memory: limits[service].memoryBytes,
        // Without it the engine gives as much of the host's swap besides.
        MemorySwap: limits[service].memoryBytes,
        PidsLimit: limits.pids,
        CapDrop: ['ALL'],
        SecurityOpt: ['no-new-privileges'],
        ReadonlyRootfs: true,
        Tmpfs: { '/tmp': 'rw,noexec,nosuid,nodev,size=64m,mode=1777' },
        LogConfig: { Type: 'json-file', Config: { 'max-size': '10m', 'max-file': '3' } },
      },
      NetworkingConfig: { EndpointsConfig: { [network]: { Aliases: [networkAlias(spec, service)] } } },
    },
  };
}

/**
 * What an attendee's events are kept from: what shares a network with the pair (its doors, the host's bridge), and other
 * sessions' networks, on each of which the host has an address.
 */
const platformNetworks = ({ isolation, subnetPool }: DockerOptions): string[] =>
  isolation === 'session' ? ['own-networks', subnetPool] : ['own-networks'];

/** The network that an instance's containers start in. */
export const networkOf = (
  { sessionId }: Pick<InstanceSpec, 'sessionId'>,
  { isolation, sharedNetwork }: Pick<DockerOptions, 'isolation' | 'sharedNetwork'>,
): string => (isolation === 'session' ? networkName(sessionId) : sharedNetwork);

/**
 * A fresh volume takes its owner from the image's folder at creation: the backend's decides (`nocopy` on the
 * frontend's), whichever container is created first.
 */
function binds(service: Service, { volume }: PlacedSpec, { contentPath }: DockerOptions): string[] {
  return [
    service === 'backend' ? `${volume}:/app/data` : `${volume}:/app/shared-data:nocopy`,
    ...(contentPath === undefined
      ? []
      : ['event_generators', 'parsers'].map((folder) => `${contentPath}/${folder}:/Backend/${folder}:ro`)),
  ];
}
