import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { toApiError, type ApiError } from './api';
import { Dialog } from './dialog';

interface Props {
  readonly title: string;
  /** What the button that saves says. */
  readonly action: string;
  /** Saves; what it throws is shown. */
  readonly onSave: () => Promise<void>;
  readonly onClose: () => void;
  /** The fields, with what the backend says of each. */
  readonly children: (errors: Readonly<Record<string, string>>) => ComponentChildren;
}

/** A form that is saved or left; what the backend finds wrong is shown at its field, the rest below. */
export function FormDialog({ title, action, onSave, onClose, children }: Props) {
  const [error, setError] = useState<ApiError | undefined>();
  const [busy, setBusy] = useState(false);
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await onSave();
    } catch (cause) {
      setError(toApiError(cause));
      setBusy(false);
    }
  };
  const errors = error?.fields ?? {};
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={(event) => void save(event)} noValidate>
        {children(errors)}
        {error && (
          <p class="form-error" role="alert">
            {Object.keys(errors).length > 0 ? 'Some fields need another look.' : error.message}
          </p>
        )}
        <div class="actions">
          <button type="submit" class="primary" disabled={busy}>
            {busy ? 'Saving…' : action}
          </button>
          <button type="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
