import cors from 'cors';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const OPEN = /^\/api\/(health|capacity|messages|reservations|sessions|tickets)([/?]|$)/;

/**
 * Lets a landing page that a plain web server on another port of the same host serves use the attendees' endpoints, as the
 * manual's setup has it. No cookie and no stored password ever goes along (`credentials` stays off): what counts is the token
 * that the page sends. Admin endpoints stay closed. Most requests come from the page's own origin and name none: they pay nothing here.
 */
export function allowOtherPortsOfThisHost(app: NestFastifyApplication): void {
  const allow = cors({
    origin: true,
    methods: ['GET', 'POST', 'DELETE'],
    allowedHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'Prefer'],
    exposedHeaders: ['Date', 'Location', 'Retry-After'],
    maxAge: 600,
    preflightContinue: true,
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      const { origin } = request.headers;
      if (origin === undefined || !OPEN.test(request.url) || !isSameHost(origin, request.hostname)) return done();
      return allow(request.raw, reply.raw, () => {
        if (isPreflight(request)) void reply.status(204).send();
        else done();
      });
    });
}

const isPreflight = (request: { readonly method: string; readonly headers: object }): boolean =>
  request.method === 'OPTIONS' && 'access-control-request-method' in request.headers;

/** Whether an `Origin` header names this host, at whatever port. */
export function isSameHost(origin: string | undefined, hostname: string): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).hostname === hostname;
}
