import { isIPv6 } from 'node:net';

/** The networks of IPv6 that one subscriber is given have at least these groups in common (RFC 6177). */
const SHARED_GROUPS = 4;

/** Whom an address stands for when attempts are counted: an IPv4 address for itself, one of IPv6 for its /64, of which a single machine has them all. */
export function addressGroup(address: string): string {
  const [plain = ''] = address.split('%');
  const [, wrapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain) ?? [];
  if (wrapped !== undefined) return wrapped;
  if (!isIPv6(plain)) return address;
  return `${groupsOf(plain).slice(0, SHARED_GROUPS).join(':')}::/64`;
}

/** All eight groups, in hex without leading zeros. */
function groupsOf(address: string): string[] {
  // The address as URLs have it (RFC 5952): compressed once, and without dots.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = (text: string | undefined): string[] => (text ? text.split(':') : []);
  if (tail === undefined) return groups(head);
  const [before, after] = [groups(head), groups(tail)];
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
}
