/** A refused field: its path, such as `features.products`, and why. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** The server understood and said no. `retryAfter` is in seconds. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly errors: readonly FieldError[],
    readonly retryAfter: number | null,
  ) {
    super(detail);
  }
}

/** Nobody answered: the network, or the server behind it, is away. */
export class Unreachable extends Error {
  override name = 'Unreachable';
  constructor(options?: ErrorOptions) {
    super('The server cannot be reached.', options);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const fieldErrors = (value: unknown): FieldError[] =>
  Array.isArray(value)
    ? value.filter(isRecord).map(({ field, message }) => ({ field: text(field) ?? '', message: text(message) ?? '' }))
    : [];

/** A failed response as an error: a problem document, or Unreachable when something else than the API answered. */
export const problemFrom = (response: Response, body: unknown): ApiProblem | Unreachable => {
  if (!isRecord(body) || text(body.code) === null) {
    return response.status >= 500
      ? new Unreachable()
      : new ApiProblem(response.status, 'unknown', response.statusText, [], null);
  }
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
  const detail = text(body.detail) ?? text(body.title) ?? `HTTP ${response.status}`;
  return new ApiProblem(
    response.status,
    text(body.code) ?? 'unknown',
    detail,
    fieldErrors(body.errors),
    Number.isFinite(wait) ? wait : null,
  );
};

/** The message that the server gave for one field, if any. */
export const fieldMessage = (error: unknown, field: string): string | undefined =>
  error instanceof ApiProblem ? error.errors.find((entry) => entry.field === field)?.message : undefined;

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'Something went wrong.');
