import { formatClock, formatCount } from './format';
import type { ViewProps } from './generate-view';
import { SendDetails } from './send-details';
import { STATES, TONES } from './send-states';
import type { Send } from './types';

/** All sends, and of one of them what was sent. */
export function HistoryView({ instance, params, refresh, showSend }: ViewProps) {
  const { sends } = instance;
  const chosen = sends.find(({ id }) => id === params.get('send')) ?? sends[0];
  if (!chosen)
    return (
      <main class="single">
        <section class="panel">
          <h2>History</h2>
          <p class="empty">
            Nothing has been sent yet. <a href="#/generate">Choose something to generate</a>; what came of it is told
            here.
          </p>
        </section>
      </main>
    );
  return (
    <main class="history">
      <section class="panel history-list" aria-labelledby="history">
        <h2 id="history">History</h2>
        <ul aria-label="All sends">
          {sends.map((send) => (
            <HistoryRow key={send.id} send={send} isChosen={send.id === chosen.id} />
          ))}
        </ul>
      </section>
      <SendDetails
        key={chosen.id}
        send={chosen}
        destinations={instance.destinations}
        onSent={(send) => {
          showSend(send);
          location.hash = `#/history?send=${send.id}`;
        }}
        onChanged={() => void refresh()}
      />
    </main>
  );
}

const HistoryRow = ({ send, isChosen }: { send: Send; isChosen: boolean }) => (
  <li>
    <a href={`#/history?send=${send.id}`} aria-current={isChosen ? 'true' : undefined}>
      <span class="name">{send.source.name}</span>
      <span class="quiet">to {send.destination.name}</span>
      <span class="line">
        <span class={`state ${TONES[send.state]}`}>{STATES[send.state]}</span>
        <span class="quiet">{formatClock(send.created_at)}</span>
        <span class="quiet">{formatCount(send.sent)} sent</span>
        {send.failed > 0 && <span class="error">{formatCount(send.failed)} failed</span>}
      </span>
    </a>
  </li>
);
