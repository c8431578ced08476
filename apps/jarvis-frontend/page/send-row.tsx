import { useState } from 'preact/hooks';
import { call, messageOf } from './api';
import { formatClock, formatCount, formatPhase, speedOf } from './format';
import { rateOf, ratesBetween } from './rates';
import { STATES, TONES } from './send-states';
import { Sparkline } from './sparkline';
import { isActive, type Send } from './types';
import { useSamples } from './use-samples';

/** A send with its progress, what can be done with it, and what came of it. */
export function SendRow({ send, onChanged }: { send: Send; onChanged: () => void }) {
  const [error, setError] = useState<string | undefined>();
  const act = async (action: 'pause' | 'resume' | 'cancel'): Promise<void> => {
    setError(undefined);
    await call('POST', `sends/${send.id}/${action}`).then(onChanged, (cause: unknown) => setError(messageOf(cause)));
  };
  const title = `${send.source.name} to ${send.destination.name}`;
  return (
    <li class="send" data-state={send.state}>
      <div class="row-main">
        <a class="name" href={`#/history?send=${send.id}`}>
          {send.source.name} <span class="quiet">to {send.destination.name}</span>
        </a>
        <span class="line">
          <span class={`state ${TONES[send.state]}`}>{STATES[send.state]}</span>
          <span class="quiet">{formatClock(send.created_at)}</span>
          {!isActive(send) && speedOf(send) && <span class="quiet">{speedOf(send)}</span>}
          {send.phase && <span class="tag">{formatPhase(send.phase)}</span>}
        </span>
      </div>
      {isActive(send) && (
        <div class="row-actions">
          <button
            type="button"
            class="small"
            aria-label={`${send.state === 'paused' ? 'Resume' : 'Pause'} ${title}`}
            onClick={() => void act(send.state === 'paused' ? 'resume' : 'pause')}
          >
            {send.state === 'paused' ? 'Resume' : 'Pause'}
          </button>
          <button type="button" class="small" aria-label={`Stop ${title}`} onClick={() => void act('cancel')}>
            Stop
          </button>
        </div>
      )}
      <Progress send={send} label={`Progress of ${title}`} />
      {isActive(send) && <LiveRate send={send} />}
      {(error ?? send.error) && <p class="row-note error">{error ?? send.error}</p>}
    </li>
  );
}

function Progress({ send, label }: { send: Send; label: string }) {
  const { total, sent, failed, unknown, acknowledged } = send;
  return (
    <>
      {total !== null && <progress class={TONES[send.state]} max={total} value={sent + failed} aria-label={label} />}
      <p class="counts" role={isActive(send) ? 'status' : undefined}>
        <strong>{total === null ? formatCount(sent) : `${formatCount(sent)} of ${formatCount(total)}`}</strong> sent
        {acknowledged !== null && <span class="quiet">, {formatCount(acknowledged)} acknowledged</span>}
        {failed > 0 && <span class="error">, {formatCount(failed)} failed</span>}
        {unknown > 0 && <span class="error">, {formatCount(unknown)} unknown</span>}
      </p>
    </>
  );
}

function LiveRate({ send }: { send: Send }) {
  const samples = useSamples(send);
  const rate = rateOf(samples, Date.now());
  if (send.next_at && Date.parse(send.next_at) > Date.now())
    return <p class="live quiet">The next event is due at {formatClock(send.next_at)}.</p>;
  if (rate === undefined || send.state !== 'running') return null;
  return (
    <p class="live">
      <span class="now">{formatCount(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate))}/s now</span>
      <Sparkline values={ratesBetween(samples)} label="Events per second over the last seconds" />
    </p>
  );
}
