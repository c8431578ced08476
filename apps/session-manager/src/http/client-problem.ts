import type { Problem } from './problem';

/** The problem of a request that the framework itself refused; `bodyLimit` (bytes) is the endpoint's. */
export const clientProblem = (status: number, method: string, bodyLimit: number): Problem => ({
  type: 'about:blank',
  status,
  detail: detailOf(status, method, bodyLimit),
  ...(CLIENT_ERRORS[status] ?? INVALID),
});

const INVALID = { code: 'invalid', title: 'The request is not valid' };
const CLIENT_ERRORS: Record<number, { code: string; title: string }> = {
  400: INVALID,
  401: { code: 'unauthorized', title: 'Who are you?' },
  403: { code: 'forbidden', title: 'This is not allowed' },
  404: { code: 'not_found', title: 'There is nothing here' },
  405: { code: 'method_not_allowed', title: 'This method is not allowed here' },
  408: { code: 'too_slow', title: 'The request took too long' },
  413: { code: 'too_large', title: 'The request is too large' },
  414: { code: 'too_long', title: 'The address is too long' },
  415: { code: 'unsupported_media_type', title: 'This kind of body is not understood' },
  431: { code: 'headers_too_large', title: 'The headers are too large' },
};

const detailOf = (status: number, method: string, bodyLimit: number): string => {
  switch (status) {
    case 404:
      return `No endpoint answers ${method} at this address. /api/docs lists them all.`;
    case 431:
      return 'Send fewer or shorter headers: 16 KB at most.';
    case 413:
      return `Send a smaller body: ${Math.floor(bodyLimit / 1_024)} KB at most.`;
    case 415:
      return 'Send the body as application/json.';
    case 400:
      return 'Send a body that is valid JSON, as /api/docs describes it.';
    default:
      return 'See /api/docs for what this endpoint takes.';
  }
};
