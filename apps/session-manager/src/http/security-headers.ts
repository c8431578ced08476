import helmet, { type HelmetOptions } from 'helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const DIRECTIVES = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};

/** What an answer that is no page needs: nothing may be loaded by it, frame it, guess its type or keep it. */
const API_HEADERS = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

const pageHeaders = (directives: Record<string, string[]>): ReturnType<typeof helmet> =>
  helmet({
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
    contentSecurityPolicy: { useDefaults: false, directives },
  } satisfies HelmetOptions);

/**
 * Security headers. Pages get helmet's, with scripts and styles from this origin only and the inline `scripts` that are named by
 * their source expressions; Swagger UI alone may bring a style element. HTTPS is the gateway's business: the platform is also used
 * on plain http://localhost, so neither HSTS nor an upgrade of requests is asked for here. Each helmet is made once: @fastify/helmet
 * makes one for every request, which halves the requests a second.
 */
export function securityHeaders(app: NestFastifyApplication, scripts: readonly string[]): void {
  const page = pageHeaders({ ...DIRECTIVES, scriptSrc: [...DIRECTIVES.scriptSrc, ...scripts] });
  const docs = pageHeaders({ ...DIRECTIVES, styleSrc: ["'self'", "'unsafe-inline'"] });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      // Faults of helmet are thrown, so nothing comes with its call.
      const next = (): void => done();
      if (request.url.startsWith('/api/docs')) return docs(request.raw, reply.raw, next);
      if (!request.url.startsWith('/api/')) return page(request.raw, reply.raw, next);
      void reply.headers(API_HEADERS);
      done();
    });
}
