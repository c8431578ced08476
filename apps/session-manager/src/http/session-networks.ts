import type { Socket } from 'node:net';
import { inNetwork, type Config } from '@app/config';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * Instances have no business with the session manager. Where it is a door, their networks lead to it, and on a host they reach
 * what listens on all its addresses: connections that come from those networks, or come in by one, end without an answer.
 */
export function refuseSessionNetworks(app: NestFastifyApplication, { docker, instances }: Config): void {
  if (instances.driver !== 'docker' || docker.isolation !== 'session') return;
  const isOfSessions = inNetwork(docker.subnetPool);
  app.getHttpServer().on('connection', (socket: Socket) => {
    if (isOfSessions(socket.localAddress) || isOfSessions(socket.remoteAddress)) socket.destroy();
  });
}
