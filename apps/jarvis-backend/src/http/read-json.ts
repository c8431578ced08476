import type { Context } from 'hono';
import { BodyTooLargeError, InvalidInputError, UnsupportedBodyError } from '../errors';
import type * as z from 'zod/mini';
import { fieldErrors } from '../validation';

export const BODY_LIMIT_BYTES = 1024 * 1024;

/** The request's JSON body in the schema's shape; rejects with an error that says what is wrong. */
export async function readJson<T extends z.ZodMiniType>(context: Context, schema: T): Promise<z.infer<T>> {
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(context.req.header('content-type') ?? '')) {
    throw new UnsupportedBodyError();
  }
  return parseInput(schema, parseJson(await readText(context.req.raw)));
}

/** The value in the schema's shape, or an `InvalidInputError` with every field that is wrong. */
export function parseInput<T extends z.ZodMiniType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = fieldErrors(parsed.error);
  const first = errors[0];
  throw new InvalidInputError(
    first?.field ? `${first.field}: ${first.message}` : (first?.message ?? 'Bad value'),
    errors,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InvalidInputError(`The body is not JSON: ${(error as Error).message}`);
  }
}

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length')) > BODY_LIMIT_BYTES) throw new BodyTooLargeError(BODY_LIMIT_BYTES);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > BODY_LIMIT_BYTES) throw new BodyTooLargeError(BODY_LIMIT_BYTES);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
