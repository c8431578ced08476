import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Problem } from '../http/problem';
import { addClientProblems } from './client-problems';
import { addExamples } from './examples';
import { describe } from './descriptions';

/** The OpenAPI document of this API; `openapi.json` is its committed form. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, base(), { extraModels: [Problem] });
  Object.assign(document.info, { license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' } });
  addClientProblems(document);
  describe(document);
  addExamples(document);
  return document;
}

const base = () =>
  new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Jarvis session manager')
    .setDescription(
      'Launches, watches and ends the personal Jarvis instances of an event. Errors are problem documents (RFC 9457).',
    )
    .setVersion('1.0.0')
    .addServer('/', 'This platform')
    .addTag('sessions', 'An attendee’s own instance, from the launch to its end')
    .addTag('waiting room', 'Places in line while the platform is full')
    .addTag('health', 'How the platform is, for people and machines')
    .addTag('admin', 'What organisers see and do')
    .addBasicAuth({ type: 'http', scheme: 'basic', description: "The organisers' user name and password" })
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'opaque',
      description: "A session's token, or the token of an organiser's login",
    })
    .build();
