import type { FastifyRequest } from 'fastify';

/** Where the request was sent to, as a browser knows it: `https://jarvis.example`. What proxies say counts as far as they are trusted. */
export const originOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}`;
