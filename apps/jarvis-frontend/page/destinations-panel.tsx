import { useState } from 'preact/hooks';
import { call, messageOf } from './api';
import { ConfirmDialog } from './confirm-dialog';
import { formatAddress } from './format';
import type { Destination, Egress } from './types';

interface Props {
  readonly destinations: readonly Destination[];
  readonly egress: Egress;
  readonly mayChange: boolean;
  readonly onNew: () => void;
  readonly onEdit: (destination: Destination) => void;
  readonly onChanged: () => void;
}

interface TestResult {
  readonly ok: boolean;
  readonly message: string;
}

/** The session's destinations, each to test, change and delete. */
export function DestinationsPanel({ destinations, egress, mayChange, onNew, onEdit, onChanged }: Props) {
  const [deleting, setDeleting] = useState<Destination | undefined>();
  return (
    <section class="panel" aria-labelledby="destinations">
      <div class="panel-head">
        <h2 id="destinations">Destinations</h2>
        <span class="spacer" />
        <button type="button" class="small" disabled={!mayChange} onClick={onNew}>
          New destination
        </button>
      </div>
      {egress.message && <p class="banner info rule">{egress.message}</p>}
      {destinations.length === 0 && egress.mode !== 'none' && (
        <p class="empty">Where should the events go? A syslog receiver or a Splunk HTTP Event Collector.</p>
      )}
      <ul class="rows" aria-label="Destinations">
        {destinations.map((destination) => (
          <Row
            key={destination.id}
            destination={destination}
            mayChange={mayChange}
            onEdit={() => onEdit(destination)}
            onDelete={() => setDeleting(destination)}
          />
        ))}
      </ul>
      {deleting && (
        <ConfirmDialog
          title={`Delete ${deleting.name}?`}
          text="Sends to it end. What was sent stays in the list of sends."
          action="Delete"
          onConfirm={async () => {
            await call('DELETE', `destinations/${deleting.id}`);
            onChanged();
          }}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </section>
  );
}

interface RowProps {
  readonly destination: Destination;
  readonly mayChange: boolean;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

function Row({ destination, mayChange, onEdit, onDelete }: RowProps) {
  const [result, setResult] = useState<TestResult | 'testing' | undefined>();
  const test = async (): Promise<void> => {
    setResult('testing');
    setResult(
      await call<TestResult>('POST', `destinations/${destination.id}/test`).catch((error: unknown) => ({
        ok: false,
        message: messageOf(error),
      })),
    );
  };
  const { name } = destination;
  return (
    <li>
      <div class="row-main">
        <span class="name">{name}</span>
        <span class="quiet mono break">
          {destination.type === 'hec' ? 'HEC' : 'Syslog'} {formatAddress(destination)}
        </span>
      </div>
      <div class="row-actions">
        <button
          type="button"
          class="small"
          aria-label={`Test ${name}`}
          disabled={result === 'testing'}
          onClick={() => void test()}
        >
          {result === 'testing' ? 'Testing…' : 'Test'}
        </button>
        <button type="button" class="small" aria-label={`Edit ${name}`} disabled={!mayChange} onClick={onEdit}>
          Edit
        </button>
        <button
          type="button"
          class="small danger"
          aria-label={`Delete ${name}`}
          disabled={!mayChange}
          onClick={onDelete}
        >
          Delete
        </button>
      </div>
      {destination.refused && (
        <p class="row-note">
          <span class="error">Nothing is sent there: {destination.refused}</span>
        </p>
      )}
      <p class="row-note" role="status">
        {result && result !== 'testing' && <span class={result.ok ? 'good' : 'error'}>{result.message}</span>}
      </p>
    </li>
  );
}
