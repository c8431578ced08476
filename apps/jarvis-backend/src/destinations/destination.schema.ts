import * as z from 'zod/mini';
import { _default as withDefault } from 'zod/mini';
import { areCertificates } from './certificates';
import '../validation';

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(80));
const optionalText = withDefault(z.nullable(z.string().check(z.trim(), z.maxLength(128))), null);

const isHttpUrl = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
};

const CERTIFICATES_MAX = 64 * 1024;
/** One or more certificates in PEM form, trusted besides the usual authorities; no secret. */
const ca = withDefault(
  z.nullable(
    z
      .string()
      .check(
        z.trim(),
        z.maxLength(CERTIFICATES_MAX),
        z.refine(areCertificates, 'has to be certificates in PEM form, each from BEGIN CERTIFICATE to END CERTIFICATE'),
      ),
  ),
  null,
);
const verify_tls = withDefault(z.boolean(), true);

const hec = z.strictObject({
  type: z.literal('hec'),
  name,
  url: z
    .string()
    .check(
      z.trim(),
      z.maxLength(2048),
      z.refine(isHttpUrl, 'has to be an http:// or https:// address, without a user name'),
    ),
  token: z.optional(
    z.string().check(z.trim(), z.regex(/^[\x21-\x7e]{1,256}$/, 'has to be 1 to 256 characters without spaces')),
  ),
  index: optionalText,
  sourcetype: optionalText,
  verify_tls,
  ca,
  gzip: withDefault(z.boolean(), true),
  ack: withDefault(z.boolean(), false),
});

const syslog = z.strictObject({
  type: z.literal('syslog'),
  name,
  host: z
    .string()
    .check(
      z.trim(),
      z.maxLength(253),
      z.regex(
        /^([A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_.])?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)$/,
        'has to be a host name or an address',
      ),
    ),
  port: z.int().check(z.minimum(1), z.maximum(65_535)),
  protocol: withDefault(z.enum(['udp', 'tcp', 'tls']), 'udp'),
  framing: z.optional(z.enum(['newline', 'octet_counting'])),
  verify_tls,
  ca,
});

type Parsed = z.infer<typeof hec> | z.infer<typeof syslog>;

/** RFC 5425 counts octets over TLS; over TCP most receivers take lines. */
const withFraming = (input: Parsed) =>
  input.type === 'hec'
    ? input
    : {
        ...input,
        framing: input.framing ?? (input.protocol === 'tls' ? ('octet_counting' as const) : ('newline' as const)),
      };

/** What a client sends to create or replace a destination; `docs/instance.md` lists the fields. */
export const destinationSchema = z.pipe(
  z.discriminatedUnion('type', [hec, syslog], 'has to be hec or syslog'),
  z.transform(withFraming),
);
export type DestinationInput = z.infer<typeof destinationSchema>;

export type HecSettings = Omit<Extract<DestinationInput, { type: 'hec' }>, 'name' | 'token'>;
export type SyslogSettings = Omit<Extract<DestinationInput, { type: 'syslog' }>, 'name'>;

/** A destination as it is kept; the token never leaves the backend but in a request to the collector. */
export type Destination = (HecSettings | SyslogSettings) & {
  readonly id: string;
  readonly name: string;
  readonly token: string | null;
  readonly created_at: string;
  readonly updated_at: string;
};

/** A destination as it is answered. */
export function publicDestination({ token, ...destination }: Destination): object {
  return destination.type === 'hec' ? { ...destination, has_token: token !== null } : destination;
}
