import type { Config } from '@app/config';
import { closedBy } from '@app/egress';

/** Where what the organisers want closed is not closed as they may think, and what to do; without addresses: anybody may read it. */
export function egressWarnings({ instances, docker }: Config): string[] {
  const { allow, egress } = instances.destinations;
  const { mode, networks } = egress;
  const isClosed = closedBy(egress);
  const isContradicted = allow.some((network) => isClosed(network === 'all' ? '0.0.0.0/0' : network));
  return [
    ...(mode !== 'list' && networks.length > 0 ? [LIST_UNUSED] : []),
    ...(mode !== 'open' && instances.driver === 'process' ? [noFirewall(mode)] : []),
    ...(mode !== 'open' && instances.driver === 'docker' && docker.isolation === 'shared' ? [sharedNetwork(mode)] : []),
    ...(isContradicted ? [allowedButClosed(mode)] : []),
  ];
}

const LIST_UNUSED =
  'EGRESS_LIST is set, and EGRESS is not list: it means nothing. Set EGRESS=list, or leave the list out.';

const noFirewall = (mode: string): string =>
  `EGRESS=${mode} is kept by the backend's own rule alone: no firewall stands before local processes. Use Docker for an event.`;

const sharedNetwork = (mode: string): string =>
  `EGRESS=${mode} is kept by the backend's own rule alone: the firewall knows instances by SESSION_SUBNET_POOL, ` +
  'and with NETWORK_ISOLATION=shared they are elsewhere. Set NETWORK_ISOLATION=session.';

const allowedButClosed = (mode: string): string =>
  `DESTINATIONS_ALLOW names what EGRESS=${mode} closes, in full or in part: what is closed stays closed. ` +
  `${mode === 'list' ? 'Add it to EGRESS_LIST, or take' : 'Take'} it out of DESTINATIONS_ALLOW.`;
