import { networkAlias } from '../names';
import type { InstanceSpec, Service } from '../types';
import { SERVICE_PORT } from './container-spec';
import type { DockerOptions } from './docker-options';

/** Where this program reaches a service, without a trailing slash. */
export function serviceUrl(
  service: Service,
  { instanceId, ports }: Pick<InstanceSpec, 'instanceId' | 'ports'>,
  { reach, publishAddress }: Pick<DockerOptions, 'reach' | 'publishAddress'>,
): string {
  return reach === 'network'
    ? `http://${networkAlias({ instanceId }, service)}:${SERVICE_PORT}`
    : `http://${dialable(publishAddress)}:${ports[service]}`;
}

/** An address to which one can connect, for one on which one can listen. */
function dialable(address: string): string {
  if (address === '' || address === '0.0.0.0') return '127.0.0.1';
  if (address === '::') return '[::1]';
  return address.includes(':') ? `[${address}]` : address;
}
