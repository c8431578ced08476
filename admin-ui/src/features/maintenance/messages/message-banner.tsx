import type { Severity } from './use-messages';

/** A message as attendees see it. */
export const MessageBanner = ({ text, severity }: { text: string; severity: Severity }) => (
  <div className="message" data-severity={severity}>
    <span className="message-mark" aria-hidden="true">
      {severity === 'warning' ? '!' : 'i'}
    </span>
    <p>
      <span className="hidden-word">{severity === 'warning' ? 'Warning: ' : ''}</span>
      {text}
    </p>
  </div>
);
