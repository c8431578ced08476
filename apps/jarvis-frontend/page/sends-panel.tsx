import { useState } from 'preact/hooks';
import { call, messageOf } from './api';
import { formatClock, formatCount, speedOf } from './format';
import { isActive, type Send } from './types';

const STATES: Readonly<Record<Send['state'], string>> = {
  queued: 'Waiting in line',
  running: 'Sending',
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Cancelled',
  stopped: 'Stopped by the organisers',
  interrupted: 'Interrupted',
};
const TONES: Readonly<Record<Send['state'], string>> = {
  queued: 'neutral',
  running: 'busy',
  completed: 'good',
  failed: 'bad',
  cancelled: 'neutral',
  stopped: 'warn',
  interrupted: 'warn',
};
const SHOWN = 8;

/** Sends, newest first: those under way with their progress, the others with what came of them. */
export function SendsPanel({ sends, onChanged }: { sends: readonly Send[]; onChanged: () => void }) {
  const [all, setAll] = useState(false);
  const shown = all ? sends : sends.slice(0, SHOWN);
  return (
    <section class="panel" aria-labelledby="sends">
      <h2 id="sends">Sends</h2>
      {sends.length === 0 && <p class="empty">Nothing has been sent yet.</p>}
      <ul class="rows" aria-label="Sends">
        {shown.map((send) => (
          <SendRow key={send.id} send={send} onChanged={onChanged} />
        ))}
      </ul>
      {sends.length > SHOWN && (
        <button type="button" class="small more" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${sends.length}`}
        </button>
      )}
    </section>
  );
}

function SendRow({ send, onChanged }: { send: Send; onChanged: () => void }) {
  const [error, setError] = useState<string | undefined>();
  const cancel = async (): Promise<void> => {
    setError(undefined);
    await call('POST', `sends/${send.id}/cancel`).then(onChanged, (cause: unknown) => setError(messageOf(cause)));
  };
  const title = `${send.source.name} to ${send.destination.name}`;
  const done = send.sent + send.failed;
  return (
    <li class="send" data-state={send.state}>
      <div class="row-main">
        <span class="name">
          {send.source.name} <span class="quiet">to {send.destination.name}</span>
        </span>
        <span class="line">
          <span class={`state ${TONES[send.state]}`}>{STATES[send.state]}</span>
          <span class="quiet">{formatClock(send.created_at)}</span>
          {speedOf(send) && <span class="quiet">{speedOf(send)}</span>}
        </span>
      </div>
      {isActive(send) && (
        <button type="button" class="small" aria-label={`Cancel ${title}`} onClick={() => void cancel()}>
          Cancel
        </button>
      )}
      <progress class={TONES[send.state]} max={send.total} value={done} aria-label={`Progress of ${title}`} />
      <p class="counts" role={isActive(send) ? 'status' : undefined}>
        <strong>
          {formatCount(send.sent)} of {formatCount(send.total)}
        </strong>{' '}
        sent
        {send.failed > 0 && <span class="error">, {formatCount(send.failed)} failed</span>}
        {send.unknown > 0 && <span class="error">, {formatCount(send.unknown)} unknown</span>}
      </p>
      {(error ?? send.error) && <p class="row-note error">{error ?? send.error}</p>}
    </li>
  );
}
