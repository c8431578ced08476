import * as z from 'zod/mini';

// The small build of zod carries no messages, and its locale files weigh more than all the rest: these are ours.
z.config({ customError: (issue) => explain(issue) });

/** `z` is imported from `zod/mini` in each file: a re-export would pull in all of it. */
export interface FieldError {
  /** Dotted path, as in `settings.port`; empty for the body itself. */
  readonly field: string;
  readonly message: string;
}

export const ERRORS_MAX = 50;
const MESSAGE_MAX = 300;

/** The first 50: a large body can be wrong in a hundred thousand places. */
export const fieldErrors = (error: z.core.$ZodError): FieldError[] =>
  error.issues.slice(0, ERRORS_MAX).map(({ path, message }) => fieldError(path, message));

/** `path` leads to the field. */
export const fieldError = (path: readonly PropertyKey[], message: string): FieldError => ({
  field: path.join('.'),
  message: message.slice(0, MESSAGE_MAX),
});

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function explain(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `has to be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'too_small':
      if (issue.origin === 'string')
        return issue.minimum === 1 ? 'may not be empty' : `needs ${issue.minimum} characters`;
      return issue.origin === 'array' ? `needs at least ${issue.minimum}` : `has to be at least ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'string') return `may have at most ${issue.maximum} characters`;
      return issue.origin === 'array' ? `may have at most ${issue.maximum}` : `may be at most ${issue.maximum}`;
    case 'invalid_value':
      return issue.input === undefined ? 'is missing' : `has to be one of ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return `has unknown fields: ${issue.keys.join(', ')}`;
    case 'invalid_format':
      return `is no valid ${issue.format}`;
    case 'invalid_union':
      return 'has none of the allowed shapes';
    default:
      return undefined;
  }
}
