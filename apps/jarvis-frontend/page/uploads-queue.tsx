import { formatSize } from './format';
import type { ApiError } from './api';
import type { QueuedFile, UploadQueue } from './upload-queue';

interface Props {
  readonly files: readonly QueuedFile[];
  readonly queue: UploadQueue;
}

/** The files on their way, each to cancel; of one that was refused, why. */
export const UploadsQueue = ({ files, queue }: Props) => (
  <ul class="rows uploads-queue" aria-label="Files on their way">
    {files.map((queued) => (
      <QueuedRow key={queued.id} queued={queued} queue={queue} />
    ))}
  </ul>
);

function QueuedRow({ queued, queue }: { queued: QueuedFile; queue: UploadQueue }) {
  const { id, file, state, sentBytes, error } = queued;
  return (
    <li>
      <div class="row-main">
        <span class="name break">{file.name}</span>
        <span class="quiet line">
          {formatSize(file.size)}
          {state !== 'failed' && <span>{stageOf(queued)}</span>}
        </span>
      </div>
      <div class="row-actions">
        {error && !isFinal(error) && (
          <button type="button" class="small" aria-label={`Try ${file.name} again`} onClick={() => queue.retry(id)}>
            Try again
          </button>
        )}
        {!isRead(queued) && (
          <button
            type="button"
            class="small"
            aria-label={`${state === 'failed' ? 'Dismiss' : 'Cancel'} ${file.name}`}
            onClick={() => queue.cancel(id)}
          >
            {state === 'failed' ? 'Dismiss' : 'Cancel'}
          </button>
        )}
      </div>
      {state === 'sending' && (
        <progress aria-label={`Progress of ${file.name}`} value={sentBytes} max={Math.max(1, file.size)} />
      )}
      {error && (
        <p class="row-note error" role="alert">
          {error.message}
        </p>
      )}
    </li>
  );
}

/** Whether the file itself is what is wrong. */
const isFinal = ({ status }: ApiError): boolean => status === 413 || status === 422;

/** Whether the server has all of it: it can no longer be cancelled, only deleted when it is there. */
const isRead = ({ file, state, sentBytes }: QueuedFile): boolean => state === 'sending' && sentBytes >= file.size;

function stageOf(queued: QueuedFile): string {
  if (queued.state === 'waiting') return 'waits for its turn';
  return isRead(queued) ? 'is being read…' : `${Math.floor((queued.sentBytes / queued.file.size) * 100)} %`;
}
