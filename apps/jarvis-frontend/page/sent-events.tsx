import { useState } from 'preact/hooks';
import { formatCount, formatMoment, formatPhase } from './format';
import type { Send, SentPage } from './types';
import { useCall } from './use-call';

interface Props {
  readonly send: Send;
  readonly listed: number;
  /** Whether a scenario's story can be told from the rest. */
  readonly hasStory: boolean;
}

const LIMIT = 25;

/** Each event that was sent, in pages. */
export function SentEvents({ send, listed, hasStory }: Props) {
  const [only, setOnly] = useState('all');
  const [starts, setStarts] = useState<readonly number[]>([0]);
  const from = starts.at(-1)!;
  const path = `sends/${send.id}/log?from=${from}&limit=${LIMIT}&only=${only}`;
  const { answer: page, error, isStale } = useCall<SentPage>(path);

  return (
    <div class="sent">
      <div class="panel-head">
        <h3>Events</h3>
        <span class="spacer" />
        <label>
          <span class="quiet">Show</span>{' '}
          <select
            value={only}
            onChange={(event) => {
              setOnly(event.currentTarget.value);
              setStarts([0]);
            }}
          >
            <option value="all">all of them</option>
            {hasStory && <option value="story">those of the scenario</option>}
            <option value="malicious">those of attacks</option>
          </select>
        </label>
      </div>
      {error && <p class="form-error">{error}</p>}
      {page?.events.length === 0 && <p class="empty">There are none.</p>}
      <ol class="events" tabIndex={0} aria-label="Events that were sent">
        {page?.events.map((event) => (
          <li key={event.index}>
            <div class="event-head">
              <span class="quiet">{formatCount(event.index + 1)}</span>
              <time class="mono">{formatMoment(event.time)}</time>
              <strong>{event.event_name}</strong>
              {event.phase && <span class="tag">{formatPhase(event.phase)}</span>}
              {event.malicious && <span class="tag attack">attack</span>}
            </div>
            <pre>{event.raw}</pre>
          </li>
        ))}
      </ol>
      {send.sent > listed && <p class="quiet">The first {formatCount(listed)} events can be listed.</p>}
      <div class="sent-pages">
        <button
          type="button"
          class="small"
          disabled={starts.length === 1}
          onClick={() => setStarts(starts.slice(0, -1))}
        >
          Earlier
        </button>
        <button
          type="button"
          class="small"
          disabled={isStale || typeof page?.next !== 'number'}
          onClick={() => typeof page?.next === 'number' && setStarts([...starts, page.next])}
        >
          Later
        </button>
      </div>
    </div>
  );
}
