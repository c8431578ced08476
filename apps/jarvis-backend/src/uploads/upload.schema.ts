import * as z from 'zod/mini';
import { _default as withDefault } from 'zod/mini';
import '../validation';
import { TIME_FORMATS } from './timestamp';

const NAME_MAX = 200;

/** `POST /uploads`, as its query has it. */
export const uploadQuerySchema = z.strictObject({ name: withDefault(z.string().check(z.maxLength(1000)), '') });

/** `GET /uploads/:id/preview`, as its query has it. */
export const previewQuerySchema = z.strictObject({
  offset: withDefault(z.coerce.number().check(z.int(), z.minimum(0)), 0),
  limit: withDefault(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
});

/** `PATCH /uploads/:id`. */
export const uploadPatchSchema = z.strictObject({
  name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(NAME_MAX))),
  sourcetype: z.optional(z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(128)))),
  time: z.optional(
    z.nullable(
      z.strictObject({
        field: z.nullable(z.string().check(z.minLength(1), z.maxLength(500))),
        format: z.optional(z.enum(TIME_FORMATS)),
      }),
    ),
  ),
});

/** The name to keep of the one that a client gave: without folders, control characters and the ending of gzip. */
export function fileName(given: string): string {
  const name = (given.split(/[\\/]/).at(-1) ?? '').replaceAll(/\p{C}/gu, '').trim();
  return name.replace(/(.)\.gz$/i, '$1').slice(0, NAME_MAX) || 'upload.log';
}
