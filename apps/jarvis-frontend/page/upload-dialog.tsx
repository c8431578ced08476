import { useState } from 'preact/hooks';
import { call } from './api';
import { Field } from './field';
import { FormDialog } from './form-dialog';
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
  const set = (change: Partial<UploadDraft>): void => setDraft((before) => ({ ...before, ...change }));

  const save = async (): Promise<void> => {
    await call<Upload>('PATCH', `uploads/${upload.id}`, patchOf(draft, upload));
    onSaved();
  };

  const text = (key: 'name' | 'sourcetype', label: string, error: string | undefined, hint?: string) => (
    <Field id={`u-${key}`} label={label} hint={hint} error={error}>
      <input
        id={`u-${key}`}
        type="text"
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`u-${key}-hint`}
        aria-invalid={Boolean(error)}
        value={draft[key]}
        onInput={(event) => set({ [key]: event.currentTarget.value })}
      />
    </Field>
  );

  return (
    <FormDialog title={`Edit ${upload.name}`} action="Save" onSave={save} onClose={onClose}>
      {(errors) => (
        <>
          {text('name', 'Name', errors['name'])}
          <UploadTimeFields upload={upload} draft={draft} errors={errors} onChange={set} />
          {text(
            'sourcetype',
            'Source type',
            errors['sourcetype'],
            'What Splunk is told. Empty: what goes with the format',
          )}
        </>
      )}
    </FormDialog>
  );
}
