import { useState } from 'preact/hooks';
import { addressOf, call } from './api';
import { ConfirmDialog } from './confirm-dialog';
import { UploadDialog } from './upload-dialog';
import { UploadFacts } from './upload-facts';
import { UploadPreview } from './upload-preview';
import type { Upload } from './upload-types';

interface Props {
  readonly upload: Upload;
  /** Whether the organisers allow to use uploads. */
  readonly mayUse: boolean;
  readonly onChanged: () => Promise<void>;
}

/** What is in an uploaded file, and what can be done with it. */
export function UploadDetails({ upload, mayUse, onChanged }: Props) {
  const [open, setOpen] = useState<'edit' | 'delete' | undefined>();
  const { id, name, time } = upload;
  return (
    <>
      <section class="panel history-details" aria-labelledby="details">
        <div class="panel-head">
          <h2 id="details" class="break">
            {name}
          </h2>
          <span class="spacer" />
          <div class="row-actions">
            {mayUse && (
              <a class="button primary" href={`#/generate?upload=${id}`}>
                Send this
              </a>
            )}
            <button type="button" class="small" disabled={!mayUse} onClick={() => setOpen('edit')}>
              Edit
            </button>
            <a class="button" href={addressOf(`uploads/${id}/content`)} download>
              Download
            </a>
            <button type="button" class="small danger" onClick={() => setOpen('delete')}>
              Delete
            </button>
          </div>
        </div>
        <UploadFacts upload={upload} />
        <UploadPreview key={`${time?.field} ${time?.format}`} upload={upload} />
      </section>
      {open === 'edit' && (
        <UploadDialog
          upload={upload}
          onClose={() => setOpen(undefined)}
          onSaved={() => {
            setOpen(undefined);
            void onChanged();
          }}
        />
      )}
      {open === 'delete' && (
        <ConfirmDialog
          title={`Delete ${name}?`}
          text="Its events can no longer be sent. What was sent of it stays in the history."
          action="Delete"
          onConfirm={async () => {
            await call('DELETE', `uploads/${id}`);
            location.hash = '#/uploads';
            await onChanged();
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
