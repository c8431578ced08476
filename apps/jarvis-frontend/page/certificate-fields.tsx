import { Check } from './check';
import { Field } from './field';

interface Props {
  readonly verify: boolean;
  /** Certificates in PEM form; empty for the usual authorities alone. */
  readonly ca: string;
  readonly error?: string | undefined;
  readonly onChange: (change: { readonly verify_tls?: boolean; readonly ca?: string }) => void;
}

/** Whether the receiver's certificate is verified, and by which private authority besides the usual ones. */
export const CertificateFields = ({ verify, ca, error, onChange }: Props) => (
  <>
    <Check checked={verify} label="Verify the TLS certificate" onChange={(on) => onChange({ verify_tls: on })} />
    {verify && (
      <details class="more-options" open={ca !== '' || error !== undefined}>
        <summary>Private authority (CA)</summary>
        <Field
          id="d-ca"
          label="CA certificate"
          hint="PEM, pasted or from a file; for receivers with a certificate of your own"
          error={error}
        >
          <textarea
            id="d-ca"
            class="mono"
            rows={4}
            spellcheck={false}
            placeholder="-----BEGIN CERTIFICATE-----"
            aria-describedby="d-ca-hint"
            aria-invalid={error !== undefined}
            value={ca}
            onInput={(event) => onChange({ ca: event.currentTarget.value })}
          />
        </Field>
        <input
          type="file"
          accept=".pem,.crt,.cer"
          aria-label="CA certificate from a file"
          onChange={(event) => void event.currentTarget.files?.[0]?.text().then((text) => onChange({ ca: text }))}
        />
      </details>
    )}
  </>
);
