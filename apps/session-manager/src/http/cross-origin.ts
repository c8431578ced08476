import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

const OPEN = /^\/api\/(health|sessions)([/?]|$)/;

/**
 * Lets a landing page that a plain web server on another port of the same host serves use the attendees' endpoints, as the
 * manual's setup has it. No cookie and no stored password ever goes along (`credentials` stays off): what counts is the token
 * that the page sends. Admin endpoints stay closed.
 */
export function allowOtherPortsOfThisHost(app: NestFastifyApplication): void {
  const delegator = (request: FastifyRequest, callback: (error: null, options: object) => void): void =>
    callback(null, {
      origin: OPEN.test(request.url) && isSameHost(request.headers.origin, request.hostname),
      methods: ['GET', 'POST', 'DELETE'],
      allowedHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'Prefer'],
      exposedHeaders: ['Date', 'Location', 'Retry-After'],
      maxAge: 600,
    });
  app.enableCors({ delegator });
}

/** Whether an `Origin` header names this host, at whatever port. */
export function isSameHost(origin: string | undefined, hostname: string): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).hostname === hostname;
}
