import { networkInterfaces } from 'node:os';

/** The networks that this host is on, as `address/prefix`, without loopback. */
export const ownNetworks = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .flatMap(({ cidr, internal }) => (cidr === null || internal ? [] : [cidr]));
