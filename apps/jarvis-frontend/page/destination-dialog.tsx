import { useState } from 'preact/hooks';
import { call } from './api';
import { CertificateFields } from './certificate-fields';
import { Check } from './check';
import { Choices } from './choices';
import { Field } from './field';
import { FormDialog } from './form-dialog';
import type { Destination, Egress } from './types';

interface Props {
  /** The destination to change; without one, a new one is made. */
  readonly destination: Destination | undefined;
  readonly egress: Egress;
  readonly onSaved: (destination: Destination) => void;
  readonly onClose: () => void;
}

interface Draft {
  readonly type: 'syslog' | 'hec';
  readonly name: string;
  readonly host: string;
  readonly port: string;
  readonly protocol: 'udp' | 'tcp' | 'tls';
  readonly framing: 'newline' | 'octet_counting';
  readonly url: string;
  readonly token: string;
  readonly index: string;
  readonly sourcetype: string;
  readonly verify_tls: boolean;
  readonly ca: string;
  readonly gzip: boolean;
  readonly ack: boolean;
}

const EMPTY: Draft = {
  type: 'syslog',
  name: '',
  host: '',
  port: '514',
  protocol: 'udp',
  framing: 'newline',
  url: '',
  token: '',
  index: '',
  sourcetype: '',
  verify_tls: true,
  ca: '',
  gzip: true,
  ack: false,
};

/** Makes or changes a destination; what the backend finds wrong is shown at its field. */
export function DestinationDialog({ destination, egress, onSaved, onClose }: Props) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(destination));
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));

  const save = async (): Promise<void> => {
    const body = bodyOf(draft);
    onSaved(
      await (destination
        ? call<Destination>('PUT', `destinations/${destination.id}`, body)
        : call<Destination>('POST', 'destinations', body)),
    );
  };

  type Errors = Readonly<Record<string, string>>;
  /** A text field of the draft, with its error. */
  const input = (
    errors: Errors,
    key: 'name' | 'host' | 'port' | 'url' | 'token' | 'index' | 'sourcetype',
    label: string,
    more: { hint?: string; placeholder?: string; type?: 'number' | 'password' } = {},
  ) => (
    <Field id={`d-${key}`} label={label} hint={more.hint} error={errors[key]}>
      <input
        id={`d-${key}`}
        {...(more.type === 'password'
          ? { type: 'password' }
          : { type: 'text', inputMode: more.type === 'number' ? 'numeric' : 'text' })}
        placeholder={more.placeholder ?? ''}
        autocomplete="off"
        spellcheck={false}
        autoFocus={key === 'name'}
        aria-describedby={`d-${key}-hint`}
        aria-invalid={Boolean(errors[key])}
        value={draft[key]}
        onInput={(event) => set({ [key]: event.currentTarget.value })}
      />
    </Field>
  );

  return (
    <FormDialog
      title={destination ? `Edit ${destination.name}` : 'New destination'}
      action="Save destination"
      onSave={save}
      onClose={onClose}
    >
      {(errors) => (
        <>
          {egress.message && <p class="banner info rule">{egress.message}</p>}
          <Choices
            legend="Type"
            name="type"
            value={draft.type}
            options={[
              ['syslog', 'Syslog'],
              ['hec', 'Splunk HEC'],
            ]}
            onChange={(type) => set({ type })}
          />
          {input(errors, 'name', 'Name', { placeholder: draft.type === 'hec' ? 'Splunk' : 'Syslog receiver' })}
          {draft.type === 'syslog' ? (
            <>
              <div class="pair host">
                {input(errors, 'host', 'Host', { placeholder: 'siem.example.org' })}
                {input(errors, 'port', 'Port', { type: 'number' })}
              </div>
              <Choices
                legend="Protocol"
                name="protocol"
                value={draft.protocol}
                options={[
                  ['udp', 'UDP'],
                  ['tcp', 'TCP'],
                  ['tls', 'TLS'],
                ]}
                onChange={(protocol) => set(withProtocol(draft, protocol))}
              />
              {draft.protocol !== 'udp' && (
                <Choices
                  legend="Framing"
                  name="framing"
                  value={draft.framing}
                  options={[
                    ['newline', 'Line feed'],
                    ['octet_counting', 'Octet counting'],
                  ]}
                  onChange={(framing) => set({ framing })}
                />
              )}
            </>
          ) : (
            <>
              {input(errors, 'url', 'URL', {
                placeholder: 'https://splunk.example.org:8088',
                hint: 'The collector’s path is added when it is missing',
              })}
              {input(errors, 'token', 'Token', {
                type: 'password',
                ...(destination?.type === 'hec' && destination.has_token
                  ? { hint: 'Empty: the saved token stays' }
                  : {}),
              })}
              <div class="pair">
                {input(errors, 'index', 'Index', { hint: 'Optional' })}
                {input(errors, 'sourcetype', 'Source type', { hint: 'Optional: the product’s own' })}
              </div>
              <details class="more-options">
                <summary>More options</summary>
                <Check checked={draft.gzip} label="Compress (gzip)" onChange={(gzip) => set({ gzip })} />
                <Check checked={draft.ack} label="Wait for indexer acknowledgement" onChange={(ack) => set({ ack })} />
              </details>
            </>
          )}
          {isSecured(draft) && (
            <CertificateFields verify={draft.verify_tls} ca={draft.ca} error={errors['ca']} onChange={set} />
          )}
        </>
      )}
    </FormDialog>
  );
}

const isSecured = ({ type, protocol, url }: Draft): boolean =>
  type === 'syslog' ? protocol === 'tls' : !/^http:/i.test(url.trim());

const USUAL_PORTS: Readonly<Record<Draft['protocol'], string>> = { udp: '514', tcp: '514', tls: '6514' };

/** What usually goes with a protocol, where the draft still has what went with the one before. */
const withProtocol = (draft: Draft, protocol: Draft['protocol']): Partial<Draft> => ({
  protocol,
  framing: protocol === 'tls' ? 'octet_counting' : 'newline',
  ...(draft.port === USUAL_PORTS[draft.protocol] && { port: USUAL_PORTS[protocol] }),
});

function draftOf(destination: Destination | undefined): Draft {
  if (!destination) return EMPTY;
  const { name } = destination;
  if (destination.type === 'syslog') {
    const { type, host, port, protocol, framing, verify_tls, ca } = destination;
    return { ...EMPTY, type, name, host, port: String(port), protocol, framing, verify_tls, ca: ca ?? '' };
  }
  const { type, url, index, sourcetype, verify_tls, ca, gzip, ack } = destination;
  const texts = { index: index ?? '', sourcetype: sourcetype ?? '', ca: ca ?? '' };
  return { ...EMPTY, type, name, url, ...texts, verify_tls, gzip, ack };
}

function bodyOf(draft: Draft): object {
  const { type, name, verify_tls } = draft;
  const ca = isSecured(draft) ? draft.ca.trim() || null : null;
  if (type === 'syslog') {
    const { host, port, protocol, framing } = draft;
    return { type, name, host, port: port === '' ? undefined : Number(port), protocol, framing, verify_tls, ca };
  }
  const { url, token, index, sourcetype, gzip, ack } = draft;
  return {
    type,
    name,
    url,
    token: token || undefined,
    index: index || null,
    sourcetype: sourcetype || null,
    verify_tls,
    ca,
    gzip,
    ack,
  };
}
