import { BlockList, isIPv4 } from 'node:net';

/** Whether all of `inner` is in `outer`; both are an address, or a network as `address/prefix`. */
export function holds(outer: string, inner: string): boolean {
  const [network, prefix] = partsOf(outer);
  const [address, innerPrefix] = partsOf(inner);
  if (isIPv4(network) !== isIPv4(address) || innerPrefix < prefix) return false;
  const family = isIPv4(network) ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(network, prefix, family);
  return list.check(address, family);
}

/** Whether two networks have an address in common. */
export const overlap = (one: string, other: string): boolean => holds(one, other) || holds(other, one);

function partsOf(network: string): [address: string, prefix: number] {
  const [address = '', prefix] = network.split('/');
  return [address, prefix === undefined ? (isIPv4(address) ? 32 : 128) : Number(prefix)];
}
