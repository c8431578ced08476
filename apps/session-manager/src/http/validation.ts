import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { InvalidRequestError } from './http.errors';
import type { FieldProblem } from './problem';

/** Checks bodies and parameters against their DTO; a field that nobody asked for is refused, not dropped in silence. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    exceptionFactory: (errors) => new InvalidRequestError(fieldProblems(errors)),
  });

/** Each failed constraint with the path of its field, `features.max_events`. */
export const fieldProblems = (errors: readonly ValidationError[], path = ''): FieldProblem[] =>
  errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const field = path === '' ? property : `${path}.${property}`;
    return [...Object.values(constraints).map((message) => ({ field, message })), ...fieldProblems(children, field)];
  });
