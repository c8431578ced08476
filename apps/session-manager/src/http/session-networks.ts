import { BlockList, isIPv6, type Socket } from 'node:net';
import type { Config } from '@app/config';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * Instances have no business with the session manager. Where it is a door, their networks lead to it, and on a host they reach
 * what listens on all its addresses: connections that come from those networks, or come in by one, end without an answer.
 */
export function refuseSessionNetworks(app: NestFastifyApplication, { docker, instances }: Config): void {
  if (instances.driver !== 'docker' || docker.isolation !== 'session') return;
  const isOfSessions = withinPool(docker.subnetPool);
  app.getHttpServer().on('connection', (socket: Socket) => {
    if (isOfSessions(socket.localAddress) || isOfSessions(socket.remoteAddress)) socket.destroy();
  });
}

/** Whether an address, written as IPv4 or as IPv6 that wraps it, is in a block such as `10.213.0.0/16`. */
export function withinPool(pool: string): (address?: string) => boolean {
  const [network = '', prefix] = pool.split('/');
  const block = new BlockList();
  block.addSubnet(network, Number(prefix));
  return (address) => address !== undefined && block.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
