import type { ComponentChildren } from 'preact';
import { formatCount, formatMoment, formatSize, formatUtc } from './format';
import { TIME_FORMATS, UPLOAD_FORMATS, type Upload } from './upload-types';

/** What is known of a file, and what that means for sending it. */
export function UploadFacts({ upload }: { upload: Upload }) {
  const { format, columns, events, size_bytes, time, sourcetype, created_at } = upload;
  return (
    <>
      <dl class="history-facts">
        <Fact name="Format">
          {UPLOAD_FORMATS[format]}
          {columns && <span class="quiet">, {formatCount(columns.length)} columns</span>}
        </Fact>
        <Fact name="Events">{formatCount(events)}</Fact>
        <Fact name="Size">{formatSize(size_bytes)}</Fact>
        <Fact name="Source type">
          <span class="mono break">{sourcetype}</span>
        </Fact>
        <Fact name="Uploaded">{formatMoment(created_at)}</Fact>
      </dl>
      {time && (
        <dl class="history-facts">
          <Fact name="First event (UTC)">{formatUtc(time.first)}</Fact>
          <Fact name="Last event (UTC)">{formatUtc(time.last)}</Fact>
          <Fact name="Time in">
            {time.field === null ? 'the line' : <span class="mono break">{time.field}</span>}
            <span class="quiet">, as {TIME_FORMATS[time.format]}</span>
          </Fact>
        </dl>
      )}
      {!time && (
        <p class="note">
          No time is known of its events, so they are sent as they are. If they have one, say where it is: choose Edit.
        </p>
      )}
      {time && time.missing > 0 && (
        <p class="note">
          {time.missing === 1 ? 'In one event' : `In ${formatCount(time.missing)} events`} no time was found. Such
          events are sent as they are, right after the one before.
        </p>
      )}
      {time?.newest_first && (
        <p class="about">The file has its newest events first. They are sent from the oldest on.</p>
      )}
    </>
  );
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
