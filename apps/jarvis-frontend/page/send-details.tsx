import { useState } from 'preact/hooks';
import { call, messageOf } from './api';
import { DownloadLinks } from './export-links';
import { againBody } from './send-again';
import { SendFacts } from './send-facts';
import { SendRow } from './send-row';
import { SentEvents } from './sent-events';
import { StoryPicture } from './story-picture';
import { TallyTable } from './tally-table';
import { isActive, type Destination, type Send, type SendResult } from './types';
import { useCall } from './use-call';

interface Props {
  readonly send: Send;
  readonly destinations: readonly Destination[];
  readonly onSent: (send: Send) => void;
  readonly onChanged: () => void;
}

const EVERY_MS = 2000;

/** What came of a send: its account, what was sent by phase and kind, and each event. */
export function SendDetails({ send, destinations, onSent, onChanged }: Props) {
  const { answer: result, error: away } = useCall<SendResult>(
    `sends/${send.id}/result`,
    isActive(send) ? EVERY_MS : undefined,
  );
  const [refused, setRefused] = useState<string | undefined>();
  const error = refused ?? away;

  const again = async (): Promise<void> => {
    setRefused(undefined);
    await call<Send>('POST', 'sends', againBody(send)).then(onSent, (cause: unknown) => setRefused(messageOf(cause)));
  };
  const isGone = !destinations.some(({ id }) => id === send.destination.id);

  return (
    <section class="panel history-details" aria-labelledby="details">
      <div class="panel-head">
        <h2 id="details">{send.source.name}</h2>
        <span class="spacer" />
        <button
          type="button"
          class="small"
          disabled={isGone}
          title={isGone ? 'Its destination was deleted' : undefined}
          onClick={() => void again()}
        >
          Send again
        </button>
      </div>
      <ul class="rows" aria-label="Account">
        <SendRow send={send} onChanged={onChanged} />
      </ul>
      {error && (
        <p class="form-error" role="alert">
          {error}
        </p>
      )}
      {result && (
        <>
          <SendFacts send={send} result={result} />
          <StoryPicture tallies={result.tallies} />
          <TallyTable tallies={result.tallies} />
          {result.listed > 0 && (
            <>
              <SentEvents send={send} listed={result.listed} hasStory={send.source.kind === 'scenario'} />
              <DownloadLinks
                class="history-export"
                intro="Download what was sent:"
                pathOf={(format) => `sends/${send.id}/export?format=${format}`}
              />
            </>
          )}
        </>
      )}
    </section>
  );
}
