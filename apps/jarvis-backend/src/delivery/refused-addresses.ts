import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { closedBy, egressMessage, METADATA, type Egress } from '@app/egress';

type Network = readonly [address: string, prefix: number];

/** Addresses at which no destination is, unless the organisers open them. */
const REFUSED: readonly Network[] = [
  // This host and "any address" of it (RFC 6890): the backend itself, and Docker's name server at 127.0.0.11.
  ['0.0.0.0', 8],
  ['127.0.0.0', 8],
  ['::', 128],
  ['::1', 128],
  // Link-local (RFC 3927, RFC 4291) and wherever else clouds keep their metadata and credentials; the last is AWS over IPv6.
  ...METADATA.map(networkOf),
  ['fe80::', 10],
  ['fd00:ec2::254', 128],
  // Nobody's own: multicast and broadcast (RFC 5771, RFC 919, RFC 4291).
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['ff00::', 8],
  // Tunnels that hide an IPv4 address in an IPv6 one (6to4, Teredo, RFC 4380, local NAT64, ISATAP's forerunners, site-local).
  ['2002::', 16],
  ['2001::', 32],
  ['64:ff9b:1::', 48],
  ['fec0::', 10],
];

export interface AddressRules {
  /** Networks as `address/prefix`, or `all`: they win over what is refused by default and over `deny`. */
  readonly allow: readonly string[];
  /** Networks that are refused besides. */
  readonly deny: readonly string[];
  /** What the firewall of the host closes, and nothing opens. */
  readonly egress: Egress;
}

/** Why no destination may be at an address. */
export interface Refusal {
  /** Goes on after the name of what is refused: "is …". */
  readonly reason: string;
  /** Whether a name is refused for this one address, and not only where it has no other. */
  readonly ofName: boolean;
}

export interface AddressPolicy {
  /** For an IPv4 or IPv6 address without a zone; `undefined` where a destination may be there. */
  readonly refusal: (address: string) => Refusal | undefined;
  /** Why none may be anywhere, so that no name needs to be looked up. */
  readonly everywhere: string | undefined;
}

const PLATFORM =
  'is an address of the platform or of its cloud. ' +
  'Destinations there are refused; the organisers can open it (DESTINATIONS_ALLOW).';

/** Which addresses destinations may be at. */
export function addressPolicy({ allow, deny, egress }: AddressRules): AddressPolicy {
  const isOfPlatform = allow.includes('all') ? () => false : platformRule(allow, deny);
  const isClosed = closedBy(egress);
  const closed = `is out of reach. ${egressMessage(egress)}`;
  return {
    refusal: (address) => {
      const embedded = embeddedIPv4(address);
      const ofName = isOfPlatform([address, ...embedded]);
      // What an IPv6 address wraps is what the firewall sees.
      if ((embedded.length > 0 ? embedded : [address]).some(isClosed)) return { reason: closed, ofName };
      return ofName ? { reason: PLATFORM, ofName } : undefined;
    },
    everywhere: egress.mode === 'none' ? closed : undefined,
  };
}

function platformRule(allow: readonly string[], deny: readonly string[]): (faces: readonly string[]) => boolean {
  const [allowed, refused] = [blockList(allow.map(networkOf)), blockList([...REFUSED, ...deny.map(networkOf)])];
  return (faces) => !faces.some((face) => has(allowed, face)) && faces.some((face) => has(refused, face));
}

/** `10.0.0.0/8`, or one address; throws an `Error` on anything else. */
export function networkOf(text: string): Network {
  const [address = '', prefix, more] = text.split('/');
  const most = isIPv4(address) ? 32 : 128;
  const bits = prefix === undefined ? most : Number(prefix);
  const isNetwork = (isIPv4(address) || isIPv6(address)) && more === undefined && /^\d*$/.test(prefix ?? '');
  if (!isNetwork || prefix === '' || bits > most)
    throw new Error(`${JSON.stringify(text)} is no network such as 10.0.0.0/8`);
  return [address, bits];
}

function blockList(networks: readonly Network[]): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of networks) list.addSubnet(address, prefix, isIPv4(address) ? 'ipv4' : 'ipv6');
  return list;
}

const has = (list: BlockList, address: string): boolean => list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');

/** The IPv4 address that an IPv6 one stands for: mapped or compatible (RFC 4291), or translated (NAT64, RFC 6052). */
function embeddedIPv4(address: string): string[] {
  if (!isIPv6(address)) return [];
  const groups = groupsOf(address);
  const [head, last] = [groups.slice(0, 6).join(':'), groups.slice(6)];
  if (!/^(0:0:0:0:0:(0|ffff)|0:0:0:0:ffff:0|64:ff9b:0:0:0:0)$/.test(head)) return [];
  return [
    last
      .map((group) => parseInt(group, 16))
      .flatMap((word) => [word >> 8, word & 255])
      .join('.'),
  ];
}

/** The eight groups, without leading zeros. */
function groupsOf(address: string): string[] {
  const { hostname } = new URL(`http://[${address}]`);
  const [before = '', after] = hostname.slice(1, -1).split('::');
  const split = (text: string): string[] => (text === '' ? [] : text.split(':'));
  if (after === undefined) return split(before);
  const [head, tail] = [split(before), split(after)];
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail];
}
