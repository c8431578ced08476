import type { FastifyRequest } from 'fastify';

/** The token of `Authorization: Bearer …` (RFC 6750). */
export const bearerToken = (request: FastifyRequest): string | undefined =>
  /^Bearer +([\w\-.~+/]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
