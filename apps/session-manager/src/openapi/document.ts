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
    .addTag('monitoring', 'The platform and its instances, now and over time')
    .addTag('operations', 'Acts on many sessions at once')
    .addTag('roster', 'Sessions for a list of people')
    .addTag('reservations', 'Places that are kept until their link is opened')
    .addTag('messages', 'What organisers tell all attendees')
    .addTag('maintenance', 'Making Redis and the engine agree, and volumes of ended sessions')
    .addTag('audit', 'Who did what')
    .addBasicAuth({ type: 'http', scheme: 'basic', description: "The organisers' user name and password" })
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'opaque',
      description: "A session's token, or the token of an organiser's login",
    })
    .build();
