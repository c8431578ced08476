import { useState } from 'preact/hooks';
import { ApiError, call, messageOf } from './api';
import { Dialog } from './dialog';
import { Field } from './field';
import { draftOf, patchOf, type UploadDraft } from './upload-draft';
import type { Upload } from './upload-types';
import { UploadTimeFields } from './upload-time-fields';

interface Props {
  readonly upload: Upload;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Changes an upload's name, its source type, and where its time is; what the backend finds wrong is shown at its field. */
export function UploadDialog({ upload, onSaved, onClose }: Props) {
  const [draft, setDraft] = useState<UploadDraft>(() => draftOf(upload));
  const [error, setError] = useState<ApiError | undefined>();
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<UploadDraft>): void => setDraft((before) => ({ ...before, ...change }));

  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await call<Upload>('PATCH', `uploads/${upload.id}`, patchOf(draft, upload));
      onSaved();
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : new ApiError(messageOf(cause), 0));
      setBusy(false);
    }
  };

  const text = (key: 'name' | 'sourcetype', label: string, hint?: string) => (
    <Field id={`u-${key}`} label={label} hint={hint} error={error?.fields[key]}>
      <input
        id={`u-${key}`}
        type="text"
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`u-${key}-hint`}
        aria-invalid={Boolean(error?.fields[key])}
        value={draft[key]}
        onInput={(event) => set({ [key]: event.currentTarget.value })}
      />
    </Field>
  );

  return (
    <Dialog title={`Edit ${upload.name}`} onClose={onClose}>
      <form onSubmit={(event) => void save(event)} noValidate>
        {text('name', 'Name')}
        <UploadTimeFields upload={upload} draft={draft} errors={error?.fields ?? {}} onChange={set} />
        {text('sourcetype', 'Source type', 'What Splunk is told. Empty: what goes with the format')}
        {error && (
          <p class="form-error" role="alert">
            {Object.keys(error.fields).length > 0 ? 'Some fields need another look.' : error.message}
          </p>
        )}
        <div class="actions">
          <button type="submit" class="primary" disabled={busy}>
            {busy ? 'Saving…' : 'Save'}
          </button>
          <button type="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
