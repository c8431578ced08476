import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const CSP = 'content-security-policy';

/**
 * Security headers of pages and API. Scripts and styles come from this origin only. HTTPS is the gateway's business: the platform
 * is also used on plain http://localhost, so neither HSTS nor an upgrade of requests is asked for here.
 */
export async function securityHeaders(app: NestFastifyApplication): Promise<void> {
  await app.register(helmet, {
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
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
      },
    },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  });
  allowStylesOfSwaggerUi(app);
}

/** Swagger UI brings a style element; it is the only page that may. */
function allowStylesOfSwaggerUi(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply, payload) => {
      const policy = reply.getHeader(CSP);
      if (request.url.startsWith('/api/docs') && typeof policy === 'string') {
        void reply.header(CSP, policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"));
      }
      return payload;
    });
}
