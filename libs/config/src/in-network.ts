import { BlockList, isIPv6 } from 'node:net';

/** Tells whether an address, written as IPv4 or as IPv6 that wraps it, is in an IPv4 network such as `10.213.0.0/16`. */
export function inNetwork(network: string): (address: string | undefined) => boolean {
  const [address = '', prefix] = network.split('/');
  const block = new BlockList();
  block.addSubnet(address, Number(prefix));
  return (candidate) => candidate !== undefined && block.check(candidate, isIPv6(candidate) ? 'ipv6' : 'ipv4');
}
