import type { Config } from '@app/config';
import type { FastifyRequest } from 'fastify';

/**
 * Where people open the platform, `https://jarvis.example`: the gateway's address where there is one, or else where the request was sent to. What
 * proxies say of that counts as far as they are trusted.
 */
export const publicOrigin = ({ instances }: Config, { protocol, host }: FastifyRequest): string =>
  instances.publicAddress.url ?? `${protocol}://${host}`;
