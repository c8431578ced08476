import { holds, overlap } from './networks';

export const EGRESS_MODES = ['open', 'internet', 'list', 'none'] as const;

/** Where the firewall of the Docker host lets instances send: anywhere, to public addresses, to networks of a list, or nowhere. */
export interface Egress {
  readonly mode: (typeof EGRESS_MODES)[number];
  /** Those of the list, as IPv4 `address/prefix`. */
  readonly networks: readonly string[];
}

/** Where clouds keep metadata and credentials, as docker/host-firewall.sh has it: link-local, Azure, Alibaba, Oracle. Never open. */
export const METADATA = ['169.254.0.0/16', '168.63.129.16/32', '100.100.100.200/32', '192.0.0.192/32'] as const;

/** What is not public, as docker/host-firewall.sh has it; of IPv6, all but the global unicast addresses (RFC 4291). */
const INTERNAL = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '0.0.0.0/8',
  '192.0.0.0/24',
  '198.18.0.0/15',
  '224.0.0.0/3',
  ...METADATA,
  '::/3',
  '4000::/2',
  '8000::/1',
];

/** Tells of an address, or of a network as `address/prefix`, whether any of it is closed. */
export function closedBy({ mode, networks }: Egress): (network: string) => boolean {
  switch (mode) {
    case 'open':
      return () => false;
    case 'internet':
      return (network) => INTERNAL.some((internal) => overlap(internal, network));
    case 'list':
      return (network) =>
        METADATA.some((metadata) => overlap(metadata, network)) || !networks.some((listed) => holds(listed, network));
    case 'none':
      return () => true;
  }
}

const ALLOWED: Readonly<Record<Exclude<Egress['mode'], 'open'>, (networks: readonly string[]) => string>> = {
  internet: () => 'to public addresses only',
  list: (networks) => `to these networks only: ${networks.join(', ')}`,
  none: () => 'nowhere',
};

/** What attendees are told of it, in one sentence; `null` where nothing is closed. */
export const egressMessage = ({ mode, networks }: Egress): string | null =>
  mode === 'open'
    ? null
    : `The organisers have closed the network of instances: events may go ${ALLOWED[mode](networks)}.`;
