import { useEffect, useState } from 'preact/hooks';
import { formatCount, formatCountdown } from './format';
import type { Session } from './types';

const SOON_MS = 15 * 60_000;

/** Whose instance this is and how long it lasts. */
export function Header({ session }: { session: Session | undefined }) {
  return (
    <header class="top">
      <div class="brand">
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="9" />
          <path d="M19 7v12.2a5.3 5.3 0 0 1-10.6.3" />
          <circle cx="24.2" cy="23.6" r="2.1" />
        </svg>
        <h1>
          Jarvis <span>log generator</span>
        </h1>
      </div>
      {session && (
        <dl class="facts">
          <div>
            <dt>Session</dt>
            <dd class="mono">{session.session_id}</dd>
          </div>
          {session.user_id && (
            <div class="optional">
              <dt>User</dt>
              <dd>{session.user_id}</dd>
            </div>
          )}
          <Usage session={session} />
          {session.expires_at && <Countdown until={session.expires_at} />}
        </dl>
      )}
    </header>
  );
}

function Usage({ session: { features, usage } }: { session: Session }) {
  if (features.max_events === null) return null;
  return (
    <div>
      <dt>Events left</dt>
      <dd>
        {formatCount(usage.events_left ?? 0)} <span class="quiet">of {formatCount(features.max_events)}</span>
      </dd>
    </div>
  );
}

function Countdown({ until }: { until: string }) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const left = Date.parse(until) - now;
  return (
    <div>
      <dt>Ends in</dt>
      <dd class={`mono ${left < SOON_MS ? 'urgent' : ''}`}>
        <time dateTime={until} title={new Date(until).toLocaleString()}>
          {left > 0 ? formatCountdown(left) : 'ended'}
        </time>
      </dd>
    </div>
  );
}
