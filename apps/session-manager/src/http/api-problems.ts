import { ApiResponse } from '@nestjs/swagger';
import { toProblem, type ActionableError, type ProblemTemplate } from './http-problem';
import { Problem } from './problem';

/** An error class; `example` makes one as a caller would get it. */
export interface DocumentedError {
  readonly template: ProblemTemplate;
  readonly example?: () => ActionableError;
}

const PROBLEMS = 'openapi:problems';
/** Where @nestjs/swagger keeps the answers of an endpoint, by status. */
const ANSWERS = 'swagger/apiResponse';
type Handler = object;

/**
 * Documents the problems that an endpoint answers, from the error classes themselves. On a class it adds to each of its
 * endpoints; several on one endpoint add up.
 */
export const ApiProblems =
  (...errors: readonly DocumentedError[]): MethodDecorator & ClassDecorator =>
  (target: object, _key?: string | symbol, descriptor?: PropertyDescriptor) => {
    if (descriptor !== undefined) return document(descriptor, errors);
    for (const method of Object.values(Object.getOwnPropertyDescriptors((target as { prototype: object }).prototype))) {
      if (isEndpoint(method.value)) document(method, errors);
    }
  };

const isEndpoint = (value: unknown): boolean => typeof value === 'function' && Reflect.hasMetadata('path', value);

function document(method: PropertyDescriptor, errors: readonly DocumentedError[]): void {
  const handler = method.value as Handler;
  const known = (Reflect.getMetadata(PROBLEMS, handler) ?? []) as readonly DocumentedError[];
  const all = [...new Set([...known, ...errors])];
  Reflect.defineMetadata(PROBLEMS, all, handler);
  forget(handler, known);
  for (const [status, group] of Map.groupBy(all, ({ template }) => template.status)) {
    ApiResponse({
      status,
      description: group.map(({ template }) => `${template.title} (\`${template.code}\`)`).join('; '),
      headers: headersOf(group),
      content: {
        'application/problem+json': {
          schema: { $ref: `#/components/schemas/${Problem.name}` },
          examples: Object.fromEntries(group.map((error) => [error.template.code, exampleOf(error)])),
        },
      },
    })(handler, '', method);
  }
}

/** Nest adds to the description of a status that is documented already: what was said of these is said anew. */
function forget(handler: Handler, errors: readonly DocumentedError[]): void {
  const statuses = new Set(errors.map(({ template }) => String(template.status)));
  const answers = Object.entries((Reflect.getMetadata(ANSWERS, handler) ?? {}) as Record<string, object>);
  Reflect.defineMetadata(ANSWERS, Object.fromEntries(answers.filter(([status]) => !statuses.has(status))), handler);
}

const exampleOf = ({ template, example }: DocumentedError): { summary: string; value: Problem } => ({
  summary: template.title,
  value: example === undefined ? plain(template) : toProblem(example()),
});

const plain = ({ title, status, code }: ProblemTemplate): Problem => ({
  type: 'about:blank',
  title,
  status,
  detail: `${title}.`,
  code,
});

/** `Retry-After` where a problem of this status says when to try again (required where all of them do), and what goes with a 401. */
const headersOf = (group: readonly DocumentedError[]): Record<string, object> => {
  const waits = group.map((error) => error.example?.().retryAfter).filter((seconds) => seconds !== undefined);
  return {
    ...(waits.length > 0 && {
      'Retry-After': {
        required: waits.length === group.length,
        schema: { type: 'integer', minimum: 0 },
        example: waits[0],
      },
    }),
    ...(group[0]?.template.status === 401 && { 'WWW-Authenticate': { schema: { type: 'string' } } }),
  };
};
