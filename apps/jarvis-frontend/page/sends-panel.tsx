import { SendRow } from './send-row';
import { isActive, type Send } from './types';

const SHOWN = 5;

/** Sends, newest first: those under way with their progress, the last others with what came of them. */
export function SendsPanel({ sends, onChanged }: { sends: readonly Send[]; onChanged: () => void }) {
  const active = sends.filter(isActive);
  const shown = [...active, ...sends.filter((send) => !isActive(send)).slice(0, SHOWN)];
  return (
    <section class="panel" aria-labelledby="sends">
      <div class="panel-head">
        <h2 id="sends">Sends</h2>
        <span class="spacer" />
        {sends.length > 0 && <a href="#/history">All with their results</a>}
      </div>
      {sends.length === 0 && <p class="empty">Nothing has been sent yet.</p>}
      <ul class="rows" aria-label="Sends">
        {shown.map((send) => (
          <SendRow key={send.id} send={send} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}
