import { useState } from 'preact/hooks';
import { formatClock, formatPhase } from './format';
import type { Preview } from './types';

/** Generated events, as they would go out. Nothing was sent. */
export function PreviewPanel({ preview, onClose }: { preview: Preview; onClose: () => void }) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(preview.events.map(({ raw }) => raw).join('\n'));
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <section class="panel" aria-labelledby="preview">
      <div class="panel-head">
        <h2 id="preview">Preview</h2>
        <span class="quiet">
          {preview.events.length} events of {preview.source.name}
          {preview.source.kind !== 'upload' && (
            <>
              , seed <code>{preview.seed}</code>
            </>
          )}
        </span>
        <span class="spacer" />
        {isSecureContext && (
          <button type="button" class="small" onClick={() => void copy()}>
            {copied ? 'Copied' : 'Copy all'}
          </button>
        )}
        <button type="button" class="small" onClick={onClose}>
          Close preview
        </button>
      </div>
      <ol class="events" tabIndex={0} aria-label="Previewed events">
        {preview.events.map((event, index) => (
          <li key={index}>
            <div class="event-head">
              <time class="mono">{formatClock(event.time)}</time>
              <strong>{event.event_name}</strong>
              {event.phase && <span class="tag">{formatPhase(event.phase)}</span>}
              {event.mitre.map((technique) => (
                <span key={technique} class="tag mono">
                  {technique}
                </span>
              ))}
            </div>
            <pre>{event.raw}</pre>
            {event.parsed && (
              <dl class="parsed">
                {Object.entries(event.parsed).map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
