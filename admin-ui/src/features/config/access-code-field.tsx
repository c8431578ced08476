import { Button, TextInput } from '@mantine/core';
import { CopyButton } from '../../shared/copy-button';
import { codeLink, makeCode } from './access-code';

interface Props {
  readonly value: string;
  /** The code in force; null is none. */
  readonly inForce: string | null;
  /** Where attendees open the landing page. */
  readonly landing: string;
  readonly error: string | undefined;
  readonly onChange: (code: string) => void;
}

/** What attendees type to launch an instance, and the link that brings it along. */
export const AccessCodeField = ({ value, inForce, landing, error, onChange }: Props) => (
  <>
    <TextInput
      label="Access code"
      description="What attendees type to launch an instance. Empty lets anybody launch. Running sessions, places in line and links of yours need none."
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.trim())}
      error={error}
      placeholder="none"
      maxLength={64}
      autoComplete="off"
      spellCheck={false}
      className="access-code"
      rightSection={
        <Button variant="subtle" size="compact-sm" onClick={() => onChange(makeCode())}>
          Make one
        </Button>
      }
      rightSectionWidth={104}
    />
    {inForce !== null && (
      <p className="source">
        <span className="dim">A link that brings it along, for a poster or a QR code:</span>
        <span className="mono">{codeLink(landing, inForce)}</span>
        <CopyButton text={codeLink(landing, inForce)} what="the link with the access code" />
      </p>
    )}
  </>
);
