import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { ProblemTemplate } from './http-problem';
import { Problem } from './problem';

interface DocumentedError {
  readonly template: ProblemTemplate;
}

/** Documents the problems that an endpoint answers, from the error classes themselves. */
export const ApiProblems = (...errors: readonly DocumentedError[]): MethodDecorator & ClassDecorator => {
  const byStatus = Map.groupBy(errors, ({ template }) => template.status);
  return applyDecorators(
    ...[...byStatus].map(([status, group]) =>
      ApiResponse({
        status,
        description: group.map(({ template }) => `${template.title} (\`${template.code}\`)`).join('; '),
        content: { 'application/problem+json': { schema: { $ref: `#/components/schemas/${Problem.name}` } } },
      }),
    ),
  );
};
