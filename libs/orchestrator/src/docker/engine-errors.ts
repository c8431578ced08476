import { EngineError, EngineUnavailableError, ImageMissingError, PortConflictError } from '../errors';

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EACCES',
  'EPERM',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

const PORT_HELD = /port is already allocated|address already in use/i;
const HELD_PORT = /(?:bind for|bind host port(?: for)?|listen (?:tcp|udp)[46]?) +(?:\[[^\]]*\]|[^\s:]*):(\d+)/i;
const MISSING_IMAGE = /no such image: *(\S+)/i;

interface Failure {
  readonly name?: string;
  readonly code?: string;
  readonly message?: string;
  readonly statusCode?: number;
  readonly json?: { readonly message?: string } | null;
}

/** Our error for what dockerode rejects with; anything that did not come from the engine stays as it is. */
export function engineError(cause: unknown): unknown {
  const { name, code, statusCode, message = '', json } = cause as Failure;
  if (statusCode === undefined)
    return isUnreachable({ name, code, message }) ? new EngineUnavailableError({ cause }) : cause;
  const text = json?.message ?? message;
  const port = PORT_HELD.test(text) ? HELD_PORT.exec(text)?.[1] : undefined;
  if (port !== undefined) return new PortConflictError(Number(port), { cause });
  const image = statusCode === 404 ? MISSING_IMAGE.exec(text)?.[1] : undefined;
  if (image !== undefined) return new ImageMissingError(image, { cause });
  return new EngineError(text.trim(), statusCode, { cause });
}

/** Whether the engine refused with this HTTP status, and words. */
export const refused = (error: unknown, status: number, words?: RegExp): boolean =>
  error instanceof EngineError && error.status === status && (words?.test(error.message) ?? true);

const isUnreachable = ({ name, code, message }: { name?: string; code?: string; message: string }): boolean =>
  name === 'TimeoutError' || (code !== undefined && UNREACHABLE.has(code)) || message.includes('socket hang up');
