import { Field } from './field';
import { placesOf, type UploadDraft } from './upload-draft';
import { TIME_FORMATS, type Upload } from './upload-types';

interface Props {
  readonly upload: Upload;
  readonly draft: UploadDraft;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<UploadDraft>) => void;
}

/** Where the time of the events is, and how it is written. */
export function UploadTimeFields({ upload, draft, errors, onChange }: Props) {
  const { columns } = upload;
  return (
    <>
      <Field id="u-time" label="Time" error={errors['time']}>
        <select
          id="u-time"
          aria-describedby="u-time-hint"
          aria-invalid={Boolean(errors['time'])}
          value={draft.place}
          onChange={(event) => onChange({ place: event.currentTarget.value, field: '', format: '' })}
        >
          {placesOf(upload).map(([place, label]) => (
            <option key={place} value={place}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      {draft.place === 'other' && (
        <Field
          id="u-field"
          label="Field"
          hint={columns ? 'One of its columns' : 'A field within another by outer.inner'}
          error={errors['time.field']}
        >
          <input
            id="u-field"
            type="text"
            class="mono"
            autocomplete="off"
            spellcheck={false}
            list="u-columns"
            aria-describedby="u-field-hint"
            aria-invalid={Boolean(errors['time.field'])}
            value={draft.field}
            onInput={(event) => onChange({ field: event.currentTarget.value })}
          />
          <datalist id="u-columns">
            {columns?.map((column) => (
              <option key={column} value={column} />
            ))}
          </datalist>
        </Field>
      )}
      {draft.place !== 'none' && (
        <Field id="u-format" label="Written as">
          <select
            id="u-format"
            aria-describedby="u-format-hint"
            value={draft.format}
            onChange={(event) => onChange({ format: event.currentTarget.value as UploadDraft['format'] })}
          >
            <option value="">Find it for me</option>
            {Object.entries(TIME_FORMATS).map(([format, example]) => (
              <option key={format} value={format}>
                {example}
              </option>
            ))}
          </select>
        </Field>
      )}
    </>
  );
}
