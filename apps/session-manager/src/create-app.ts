import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { Config } from '@app/config';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module';
import { clientProblem } from './http/client-problem';
import { allowOtherPortsOfThisHost } from './http/cross-origin';
import { allowLargeBodies, BODY_LIMIT } from './http/large-bodies';
import { pageScripts, servePages } from './http/pages';
import { ProblemFilter } from './http/problem.filter';
import { refuseDeepBodies } from './http/shallow-bodies';
import { refuseSessionNetworks } from './http/session-networks';
import { securityHeaders } from './http/security-headers';
import { refuseUnreadable } from './http/unreadable-request';
import { validation } from './http/validation';
import { logOptions } from './log-options';
import { openApiDocument } from './openapi/document';

/** The session manager, ready to listen. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config),
    new FastifyAdapter({
      bodyLimit: BODY_LIMIT,
      trustProxy: config.http.trustProxy,
      forceCloseConnections: true,
      requestTimeout: 30_000,
      // Whoever is slower than this over headers or a body holds a connection and no request; looked for every few seconds.
      http: { headersTimeout: 15_000, connectionsCheckingInterval: 3_000 },
      routerOptions: { maxParamLength: 256 },
      clientErrorHandler: refuseUnreadable,
      // Refused before any route is found, so no filter sees it.
      frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
        const problem = clientProblem(error.statusCode ?? 400, request.method, BODY_LIMIT);
        void reply.status(problem.status).type('application/problem+json').send(problem);
      },
    }),
    { logger: new ConsoleLogger(logOptions(config.logLevel)) },
  );
  refuseSessionNetworks(app, config);
  securityHeaders(app, pageScripts(config));
  allowOtherPortsOfThisHost(app);
  refuseDeepBodies(app);
  allowLargeBodies(app);
  app.setGlobalPrefix('api');
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks();
  await servePages(app, config);
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), { customSiteTitle: 'Jarvis API' });
  return app;
}
