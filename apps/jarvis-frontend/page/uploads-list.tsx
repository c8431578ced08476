import { formatCount, formatSize, formatUtc } from './format';
import { usedBytes } from './upload-room';
import { UPLOAD_FORMATS, type Upload, type UploadList } from './upload-types';

interface Props {
  readonly list: UploadList;
  readonly chosen: Upload | undefined;
}

/** The uploaded files, and how much room they take. */
export function UploadsList({ list, chosen }: Props) {
  const { uploads, limits } = list;
  const used = usedBytes(list);
  return (
    <section class="panel history-list" aria-labelledby="files">
      <h2 id="files">Files</h2>
      <div class="uploads-room">
        <p class="line">
          <span>
            {formatSize(used)} of {formatSize(limits.total_bytes)}
          </span>
          <span class="spacer" />
          <span>
            {uploads.length} of {limits.files} files
          </span>
        </p>
        <progress
          aria-label="Space that is used"
          class={used > limits.total_bytes * 0.9 ? 'warn' : ''}
          value={used}
          max={limits.total_bytes}
        />
      </div>
      {uploads.length === 0 && <p class="empty">There are none yet. What you upload is listed here.</p>}
      <ul aria-label="Uploaded files">
        {uploads.map((upload) => (
          <UploadRow key={upload.id} upload={upload} isChosen={upload.id === chosen?.id} />
        ))}
      </ul>
    </section>
  );
}

const UploadRow = ({ upload, isChosen }: { upload: Upload; isChosen: boolean }) => {
  const { id, name, format, events, size_bytes, time } = upload;
  return (
    <li>
      <a href={`#/uploads?upload=${id}`} aria-current={isChosen ? 'true' : undefined}>
        <span class="name break">{name}</span>
        <span class="line quiet">
          <span>{UPLOAD_FORMATS[format]}</span>
          <span>{events === 1 ? 'one event' : `${formatCount(events)} events`}</span>
          <span>{formatSize(size_bytes)}</span>
        </span>
        <span class="line quiet">{time ? <TimeRange first={time.first} last={time.last} /> : 'without a time'}</span>
      </a>
    </li>
  );
};

/** In whole seconds; a day is told once. */
const TimeRange = ({ first, last }: { first: string; last: string }) => {
  const [from, to] = [first, last].map((iso) => formatUtc(iso).slice(0, 19)) as [string, string];
  const isOneDay = from.slice(0, 10) === to.slice(0, 10);
  return (
    <span>
      {from} – {isOneDay ? to.slice(11) : to} UTC
    </span>
  );
};
