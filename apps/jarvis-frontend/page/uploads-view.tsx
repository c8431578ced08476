import { useCallback, useEffect } from 'preact/hooks';
import { formatCount } from './format';
import type { ViewProps } from './generate-view';
import { UploadDetails } from './upload-details';
import { UploadsList } from './uploads-list';
import { UploadsQueue } from './uploads-queue';
import { UploadsZone } from './uploads-zone';
import { useUploads } from './use-uploads';

/** Log files of the attendee's own: upload them, look into them, and go on to send them. */
export function UploadsView({ instance, params, refresh }: ViewProps) {
  const { queue, queued } = useUploads(refresh);
  const { uploads: list } = instance;
  const mayUse = instance.session.features.log_generation;
  const addFiles = useCallback((files: readonly File[]) => queue.add(files), [queue]);
  const asked = params.get('upload');
  const chosen = asked === null ? list.uploads[0] : list.uploads.find(({ id }) => id === asked);
  const last = queued.uploaded.at(-1);

  useEffect(() => {
    if (asked !== null) showDetails();
  }, [asked, chosen?.id]);

  return (
    <main class={chosen || asked !== null ? 'history' : 'single'}>
      <div class="column">
        <section class="panel" aria-labelledby="uploads">
          <h2 id="uploads">Uploads</h2>
          <p class="about">Your own logs, to look into and to send: text, JSON or CSV.</p>
          <UploadsZone limits={list.limits} onFiles={mayUse ? addFiles : undefined} />
          <UploadsQueue files={queued.files} queue={queue} />
          <p class="uploads-done" role="status">
            {last && (
              <span class="good">
                {last.name} is uploaded, with {last.events === 1 ? 'one event' : `${formatCount(last.events)} events`}.
              </span>
            )}
          </p>
        </section>
        <UploadsList list={list} chosen={chosen} />
      </div>
      {chosen && <UploadDetails key={chosen.id} upload={chosen} mayUse={mayUse} onChanged={refresh} />}
      {!chosen && asked !== null && (
        <section class="panel">
          <p class="empty">This file is not here any more. Choose another one.</p>
        </section>
      )}
    </main>
  );
}

/** Brings what was asked for into view where it is below the list, as on a phone. */
function showDetails(): void {
  const details = document.querySelector('.history-details');
  if (details && details.getBoundingClientRect().top > innerHeight / 2) details.scrollIntoView();
}
