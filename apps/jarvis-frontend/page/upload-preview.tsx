import { useState } from 'preact/hooks';
import { formatCount, formatUtc } from './format';
import { NumberField } from './number-field';
import { firstOfPage, PAGE } from './upload-pages';
import type { Upload, UploadedEvent, UploadPage } from './upload-types';
import { useCall } from './use-call';

/** The events of an upload in the order of its file, in pages, each with its time where the line has it. */
export function UploadPreview({ upload }: { upload: Upload }) {
  const [from, setFrom] = useState(0);
  const [wanted, setWanted] = useState('');
  const {
    answer: page,
    error,
    isStale,
  } = useCall<UploadPage>(`uploads/${upload.id}/preview?offset=${from}&limit=${PAGE}`);
  const to = Math.min(from + PAGE, upload.events);

  return (
    <div class="uploads-preview">
      <div class="panel-head">
        <h3 id="events">Events</h3>
        <span class="quiet" role="status">
          {formatCount(from + 1)}–{formatCount(to)} of {formatCount(upload.events)}
          {upload.time && ', times in UTC'}
        </span>
      </div>
      {error && (
        <p class="form-error" role="alert">
          {error}
        </p>
      )}
      <ol key={from} class="events" aria-busy={isStale} tabIndex={0} aria-labelledby="events">
        {page?.events.map((event) => (
          <EventRow key={event.index} event={event} isTimed={upload.time !== null} />
        ))}
      </ol>
      {upload.events > PAGE && (
        <form
          class="uploads-pages"
          onSubmit={(event) => {
            event.preventDefault();
            setFrom(firstOfPage(Number(wanted), upload.events));
            setWanted('');
          }}
        >
          <button type="button" class="small" disabled={from === 0} onClick={() => setFrom(from - PAGE)}>
            Previous
          </button>
          <button type="button" class="small" disabled={to >= upload.events} onClick={() => setFrom(from + PAGE)}>
            Next
          </button>
          <span class="spacer" />
          <NumberField
            id="u-number"
            label="Event number"
            min="1"
            max={String(upload.events)}
            value={wanted}
            onChange={setWanted}
          />
          <button type="submit" class="small" disabled={wanted === ''}>
            Go
          </button>
        </form>
      )}
    </div>
  );
}

const EventRow = ({
  event: { index, time, line, is_cut, time_at },
  isTimed,
}: {
  event: UploadedEvent;
  isTimed: boolean;
}) => (
  <li>
    <div class="event-head">
      <span class="quiet">{formatCount(index + 1)}</span>
      {time && <time class="mono">{formatUtc(time)}</time>}
      {isTimed && !time && <span class="uploads-untimed">no time found</span>}
      {is_cut && <span class="tag">the first {formatCount(line.length)} characters</span>}
    </div>
    <pre>
      {time_at ? (
        <>
          {line.slice(0, time_at.start)}
          <mark title="Its time">{line.slice(time_at.start, time_at.end)}</mark>
          {line.slice(time_at.end)}
        </>
      ) : (
        line
      )}
    </pre>
  </li>
);
