import * as z from 'zod/mini';
import { _default as withDefault } from 'zod/mini';

const names = z.array(z.string().check(z.minLength(1), z.maxLength(128))).check(z.maxLength(1000));

/** What the organisers allow; the meaning of each is in `docs/instance.md`. */
export const featuresSchema = z.object({
  log_generation: withDefault(z.boolean(), true),
  destinations: withDefault(z.boolean(), true),
  scenarios: withDefault(names, ['all']),
  products: withDefault(names, ['all']),
  max_events: withDefault(z.nullable(z.int().check(z.minimum(0))), null),
  rate_limit: withDefault(z.nullable(z.number().check(z.minimum(0), z.maximum(1_000_000))), null),
});
export type Features = z.infer<typeof featuresSchema>;

/** What the organisers tell everybody; plain text. */
const messageSchema = z.object({
  message_id: z.string().check(z.minLength(1), z.maxLength(64)),
  text: z.string().check(z.minLength(1), z.maxLength(2000)),
  severity: withDefault(z.enum(['info', 'warning']), 'info'),
  created_at: z.iso.datetime({ offset: true }),
  ends_at: withDefault(z.nullable(z.iso.datetime({ offset: true })), null),
});
export type Message = z.infer<typeof messageSchema>;

export const sessionSchema = z.object({
  session_id: z.string().check(z.minLength(1), z.maxLength(128)),
  user_id: z.string().check(z.maxLength(256)),
  expires_at: withDefault(z.nullable(z.iso.datetime({ offset: true })), null),
  revision: withDefault(z.nullable(z.string().check(z.maxLength(256))), null),
  /** SHA-256 of the owner's token: the session manager's way back to the owner when it has lost its records. */
  token_sha256: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/, 'has to be 64 hex digits'))),
  features: withDefault(featuresSchema, featuresSchema.parse({})),
  messages: withDefault(z.array(messageSchema).check(z.maxLength(20)), []),
});
export type Session = z.infer<typeof sessionSchema>;
