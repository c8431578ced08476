import type { Problem } from './problem';

/** How an error class is answered. */
export interface ProblemTemplate {
  readonly status: number;
  readonly code: string;
  readonly title: string;
}

/**
 * An error that a caller can act on. Features derive one class per thing that can go wrong; `template` is static, so that
 * the OpenAPI document can be written from the class.
 */
export abstract class ActionableError extends Error {
  abstract readonly template: ProblemTemplate;
  /** Seconds after which a caller may try again, for `Retry-After`. */
  readonly retryAfter?: number;
  /** Further members of the problem document. */
  readonly members?: Partial<Problem>;
}

export const toProblem = (error: ActionableError): Problem => ({
  type: 'about:blank',
  title: error.template.title,
  status: error.template.status,
  detail: error.message,
  code: error.template.code,
  ...error.members,
});
