import { useRef, useState } from 'preact/hooks';
import type { Message } from './types';

const KEY = 'jarvis_dismissed_messages';

/** What the organisers tell everybody, as plain text. What only informs can be put away for this tab; warnings stay. */
export function Messages({ messages }: { messages: readonly Message[] }) {
  const [dismissed, setDismissed] = useState(readDismissed);
  const list = useRef<HTMLDivElement>(null);

  const dismiss = (id: string): void => {
    const ids = [...dismissed, id];
    setDismissed(ids);
    keepDismissed(ids);
    // The button that had the focus is gone.
    list.current?.focus();
  };

  return (
    <div class="banners" aria-live="polite" tabIndex={-1} ref={list}>
      {messages
        .filter(({ message_id: id, severity }) => severity === 'warning' || !dismissed.includes(id))
        .map(({ message_id: id, severity, text }) => (
          <div key={id} class={`banner message ${severity === 'warning' ? 'warn' : 'info'}`}>
            <p>
              <strong>From the organisers:</strong> {text}
            </p>
            {severity === 'info' && (
              <button type="button" class="small" aria-label="Dismiss this message" onClick={() => dismiss(id)}>
                Dismiss
              </button>
            )}
          </div>
        ))}
    </div>
  );
}

/** Where the browser keeps nothing, a message that was put away comes back with a reload. */
function readDismissed(): readonly string[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as string[];
  } catch {
    return [];
  }
}

function keepDismissed(ids: readonly string[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(ids));
  } catch {
    // Remembered by the page itself until then.
  }
}
