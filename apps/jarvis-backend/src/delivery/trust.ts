import { createSecureContext, getCACertificates, type SecureContextOptions } from 'node:tls';

export interface TlsSettings {
  readonly verify_tls: boolean;
  readonly ca: string | null;
}

/** The options of a TLS connection: whether it verifies, and with a private authority besides the usual ones. */
export const trustOf = ({ verify_tls, ca }: TlsSettings) => ({
  rejectUnauthorized: verify_tls,
  ...(ca !== null && {
    secureContext: createSecureContext({ ca: [...getCACertificates(), ca] } satisfies SecureContextOptions),
  }),
});
