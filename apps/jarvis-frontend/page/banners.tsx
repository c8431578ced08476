import type { Connection } from './use-instance';
import type { Session } from './types';

/** What the attendee has to know before anything else. */
export function Banners({ connection, session }: { connection: Connection; session: Session | undefined }) {
  return (
    <div class="banners" role="status">
      {connection.state === 'away' && (
        <p class="banner warn">
          <strong>Your backend is away.</strong> {connection.message} This page tries again every few seconds; nothing
          you saved is lost.
        </p>
      )}
      {connection.state === 'ended' && (
        <p class="banner bad">
          <strong>This session has ended, or this browser has no key to it.</strong> Go back to the landing page to open
          your instance again or to launch a new one.
        </p>
      )}
      {session && connection.state === 'ok' && <Switches features={session.features} />}
    </div>
  );
}

function Switches({ features }: { features: Session['features'] }) {
  return (
    <>
      {!features.log_generation && (
        <p class="banner info">
          <strong>Log generation is switched off.</strong> The organisers have switched log generation off for this
          session.
        </p>
      )}
      {!features.destinations && (
        <p class="banner info">
          <strong>Destinations are fixed.</strong> The organisers have switched changing destinations off for this
          session.
        </p>
      )}
      {features.rate_limit !== null && (
        <p class="banner info">
          <strong>Rate limit.</strong> All your sends together go at up to {features.rate_limit} events per second.
        </p>
      )}
    </>
  );
}
