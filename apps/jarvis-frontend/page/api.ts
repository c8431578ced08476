/** A problem+json answer, or the lack of any answer, as an error. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    message: string,
    /** 0 when there was no answer. */
    readonly status: number,
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  /** Nobody is there: worth trying again by itself. */
  get away(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

interface Problem {
  readonly detail?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

const TIMEOUT_MS = 30_000;

/** Where the backend has `path`; relative, so that the page also works under a path prefix. */
export const addressOf = (path: string): string => `./api/v1/${path}`;

/** Calls the backend. */
export async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(addressOf(path), {
    method,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ApiError('The server does not answer.', 0);
  });
  const text = await answer.text();
  if (answer.ok) return (text ? JSON.parse(text) : undefined) as T;
  throw toError(answer.status, text);
}

/** Anything that was thrown, as an error of a call. */
export const toApiError = (cause: unknown): ApiError =>
  cause instanceof ApiError ? cause : new ApiError(messageOf(cause), 0);

/** What a refusal's status and body mean. */
export function toError(status: number, text: string): ApiError {
  try {
    const { detail, errors } = JSON.parse(text) as Problem;
    const fields = Object.fromEntries((errors ?? []).map(({ field, message }) => [field, message]));
    return new ApiError(detail ?? `The server answered ${status}.`, status, fields);
  } catch {
    return new ApiError(`The server answered ${status}.`, status);
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
