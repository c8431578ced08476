import type { OpenAPIObject } from '@nestjs/swagger';
import { answersOf, endpointsOf, parametersOf, type Parameter, type Response } from './operations';

const ANSWERS: Record<string, string> = {
  200: 'What was asked for',
  201: 'It was made',
  202: 'It goes on after this answer',
  204: 'It is done',
};

const HEADERS: Record<string, { description: string; example: unknown }> = {
  'Retry-After': { description: 'After how many seconds to try again', example: 30 },
  Location: { description: 'Where what was made can be read', example: '/api/sessions/user123-a24fd782' },
  'Preference-Applied': { description: 'Which wish of `Prefer` was granted (RFC 7240)', example: 'waiting-room' },
  'WWW-Authenticate': {
    description: 'How to prove who you are (RFC 9110)',
    example: 'Basic realm="Jarvis admin", charset="UTF-8"',
  },
};

/** Gives answers and headers that are alike everywhere their words, and parameters their example at the place where tools look. */
export function describe(document: OpenAPIObject): void {
  for (const { operation } of endpointsOf(document)) {
    for (const parameter of parametersOf(operation)) raiseExample(parameter);
    for (const [status, response] of answersOf(operation)) {
      response.description ||= ANSWERS[status] ?? '';
      describeHeaders(response);
    }
  }
}

function describeHeaders({ headers = {} }: Response): void {
  for (const [name, header] of Object.entries(headers as Record<string, { description?: string; example?: unknown }>)) {
    header.description ??= HEADERS[name]?.description;
    header.example ??= HEADERS[name]?.example;
  }
}

/** Nest writes a parameter's example into its schema, and drops that of one word among a few. */
function raiseExample(parameter: Parameter): void {
  const schema = parameter.schema as { example?: unknown; enum?: unknown[] } | undefined;
  parameter.example ??= schema?.example ?? schema?.enum?.[0];
  delete schema?.example;
}
