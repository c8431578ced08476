import type { OpenAPIObject } from '@nestjs/swagger';
import { clientProblem } from '../http/client-problem';
import { bodyLimitOf } from '../http/large-bodies';
import { Problem } from '../http/problem';
import { endpointsOf, type Endpoint } from './operations';

/** Adds what the server answers before any endpoint sees the request. */
export function addClientProblems(document: OpenAPIObject): void {
  for (const endpoint of endpointsOf(document)) {
    for (const status of statusesOf(endpoint)) addProblem(endpoint, status);
  }
}

const statusesOf = ({ method, path }: Endpoint): number[] => [
  400,
  431,
  ...(path.includes('{') ? [414] : []),
  ...(method === 'get' ? [] : [413, 415]),
];

function addProblem({ method, path, operation }: Endpoint, status: number): void {
  const { responses } = operation;
  if (status in responses) return;
  const problem = clientProblem(status, method.toUpperCase(), bodyLimitOf(path));
  responses[status] = {
    description: `${problem.title} (\`${problem.code}\`)`,
    content: {
      'application/problem+json': {
        schema: { $ref: `#/components/schemas/${Problem.name}` },
        examples: { [problem.code]: { summary: problem.title, value: problem } },
      },
    },
  };
}
