import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Problem } from '../http/problem';

/** The OpenAPI document of this API; `openapi.json` is its committed form. */
export const openApiDocument = (app: INestApplication): OpenAPIObject =>
  SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setOpenAPIVersion('3.1.0')
      .setTitle('Jarvis session manager')
      .setDescription(
        'Launches, watches and ends the personal Jarvis instances of an event. Errors are problem documents (RFC 9457).',
      )
      .setVersion('1.0')
      .addServer('/', 'This platform')
      .addBasicAuth({ type: 'http', scheme: 'basic', description: "The organisers' user name and password" })
      .addBearerAuth({
        type: 'http',
        scheme: 'bearer',
        description: "A session's token, or the token of an organiser's login",
      })
      .build(),
    { extraModels: [Problem] },
  );
